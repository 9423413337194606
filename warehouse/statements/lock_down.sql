SET enable_progress_bar = false;
SET lock_configuration = true;
