INSERT INTO raw.family_members BY NAME
SELECT * FROM incoming_rows
ON CONFLICT (document) DO UPDATE SET
    family = excluded.family,
    role = excluded.role,
    part = excluded.part,
    revision = excluded.revision,
    in_force = excluded.in_force,
    lead = excluded.lead,
    reason = excluded.reason,
    linked_to = excluded.linked_to;
