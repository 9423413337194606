SELECT true FROM raw.documents WHERE sha256 = $sha256;
