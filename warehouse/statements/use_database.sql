USE $name;
