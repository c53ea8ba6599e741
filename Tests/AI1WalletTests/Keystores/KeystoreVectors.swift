/// Keystores of version 3 that others made: a name, the password, the key, and the file.
enum KeystoreVectors {
    struct Vector: Sendable {
        let name: String
        let password: String
        let key: String
        let json: String
    }

    /// The published ones.
    static let published = [
        Vector(
            name: "PBKDF2", password: "testpassword",
            key: "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d",
            json: #"""
                {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
                "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2",
                "kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256",
                "salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
                "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},
                "id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
                """#),
        Vector(
            name: "scrypt with r = 1", password: "testpassword",
            key: "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d",
            json: #"""
                {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},
                "ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt",
                "kdfparams":{"dklen":32,"n":262144,"r":1,"p":8,
                "salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
                "mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},
                "id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
                """#),
        Vector(
            name: "PBKDF2, members in another order", password: "foo",
            key: "0101010101010101010101010101010101010101010101010101010101010101",
            json: #"""
                {"version":3,
                "crypto":{"ciphertext":"ee75456c006b1e468133c5d2a916bacd3cf515ced4d9b021b5c59978007d1e87",
                "version":1,"kdf":"pbkdf2","kdfparams":{"dklen":32,"c":262144,"prf":"hmac-sha256",
                "salt":"504490577620f64f43d73f29479c2cf0"},
                "mac":"196815708465de9af7504144a1360d08874fc3c30bb0e648ce88fbc36830d35d",
                "cipherparams":{"iv":"514ccc8c4fb3e60e5538e0cf1e27c233"},"cipher":"aes-128-ctr"},
                "id":"98d193c7-5174-4c7c-5345-c1daf95477b5"}
                """#),
        Vector(
            name: "a counter that overflows", password: "bar",
            key: "0202020202020202020202020202020202020202020202020202020202020202",
            json: #"""
                {"version":3,
                "crypto":{"ciphertext":"d69313b6470ac1942f75d72ebf8818a0d484ac78478a132ee081cd954d6bd7a9",
                "cipherparams":{"iv":"ffffffffffffffffffffffffffffffff"},"kdf":"pbkdf2","kdfparams":{"dklen":32,
                "c":262144,"prf":"hmac-sha256","salt":"c82ef14476014cbf438081a42709e2ed"},
                "mac":"cf6bfbcc77142a22c4a908784b4a16f1023a1d0e2aff404c20158fa4f1587177","cipher":"aes-128-ctr",
                "version":1},"id":"abb67040-8dbe-0dad-fc39-2b082ef0ee5f"}
                """#),
        Vector(
            name: "scrypt with an address", password: "foobartest121",
            key: "05a4d3eb46c742cb8850440145ce70cbc80b59f891cf5f50fd3e9c280b50c4e4",
            json: #"""
                {"version":3,"id":"0eb785e0-340a-4290-9c42-90a11973ee47",
                "address":"460121576cc7df020759730751f92bd62fd78dd6",
                "crypto":{"ciphertext":"54ae683c6287fa3d58321f09d56e26d94e58a00d4f90bdd95782ae0e4aab618b",
                "cipherparams":{"iv":"681679cdb125bba9495d068b002816a4"},"cipher":"aes-128-ctr","kdf":"scrypt",
                "kdfparams":{"dklen":32,"salt":"c3407f363fce02a66e3c4bf4a8f6b7da1c1f54266cef66381f0625c251c32785",
                "n":8192,"r":8,"p":1},"mac":"dea6bdf22a2f522166ed82808c22a6311e84c355f4bbe100d4260483ff675a46"}}
                """#),
    ]

    /// By eth-account, cheap to open.
    static let foreign = [
        Vector(
            name: "scrypt by eth-account", password: "pässword",
            key: "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318",
            json: #"""
                {"address":"2c7536E3605D9C16a7a3D7b1898e529396a65c23","crypto":{"cipher":"aes-128-ctr",
                "cipherparams":{"iv":"892b4c4c90e1f8b3f1bc96059c2ffa09"},
                "ciphertext":"6e2b2194c223eec3051d7df2866301743d5d54938dce9944c42f57b6e47c34a7","kdf":"scrypt",
                "kdfparams":{"dklen":32,"n":1024,"r":8,"p":1,"salt":"7798a6a677df53f1fafc6f18f5bd09d6"},
                "mac":"9b575c3340ac85affd6382aaa840626c50e12be1d202a545c1eda2627acd331d"},
                "id":"d8515a7a-7e91-42f0-bddc-f7a9bf2c7aed","version":3}
                """#),
        Vector(
            name: "PBKDF2 by eth-account", password: "pw",
            key: "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318",
            json: #"""
                {"address":"2c7536E3605D9C16a7a3D7b1898e529396a65c23","crypto":{"cipher":"aes-128-ctr",
                "cipherparams":{"iv":"4e941b7e8484e3b0633e8ad140f5db01"},
                "ciphertext":"bfee2ce1d211eed811b2c0ee99e55781add50a319cc6522104293dae47bf6c27","kdf":"pbkdf2",
                "kdfparams":{"c":5,"dklen":32,"prf":"hmac-sha256","salt":"0055b8ab980896f9be2c21d4aa7b8d99"},
                "mac":"c1432e57ba0a4b2116f32edcd1b178c5b49ebaffd5ccbdd1b6b1e850e251110c"},
                "id":"862d5eff-cafc-4ede-afa7-e0fe9f9a95b4","version":3}
                """#),
    ]
}
