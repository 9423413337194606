SELECT document, version, shingles, minhash, figures, kinds, lengths
FROM raw.signatures
WHERE document IN (SELECT document FROM asked_documents);
