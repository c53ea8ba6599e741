import AI1Storage
