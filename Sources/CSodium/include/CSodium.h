// libsodium: memory for secrets, scrypt, HMAC-SHA-512, comparison in constant time, randomness.
#pragma once

#include <sodium.h>
