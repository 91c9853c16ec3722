"""Work outside the request: the worker and its clock. Tasks are declared by the apps that own them."""
