"""Files of people: kept once by their content, one row a use."""
