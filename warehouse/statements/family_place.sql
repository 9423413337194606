SELECT role, in_force FROM raw.family_members WHERE document = $document;
