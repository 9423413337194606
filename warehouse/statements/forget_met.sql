DROP TABLE met_bands;
DROP TABLE met_identities;
