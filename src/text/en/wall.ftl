# wall
