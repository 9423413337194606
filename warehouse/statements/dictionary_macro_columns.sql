DESCRIBE FROM $macro($arguments);
