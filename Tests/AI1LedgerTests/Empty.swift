import AI1Ledger
