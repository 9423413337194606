DELETE FROM raw.trusted_labels WHERE model = $model OR $model = '';
