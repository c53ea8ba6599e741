#pragma version 0.4.3
# @title Fails in every way that a caller may meet
# @notice For tests of what is shown when a call reverts.

PANIC: constant(bytes4) = 0x4e487b71

count: public(uint256)


@external
@payable
def accept():
    self.count += 1


@external
def withReason(reason: String[256]):
    """Reverts with Error(string)."""
    self.count += 1
    raise reason


@external
def withPanic(code: uint256):
    """Reverts with Panic(uint256)."""
    self.count += 1
    raw_revert(concat(PANIC, convert(code, bytes32)))


@external
def withCustomError(account: address, have: uint256, want: uint256):
    """Reverts with ERC20InsufficientBalance(address,uint256,uint256) of EIP-6093."""
    self.count += 1
    raw_revert(
        abi_encode(
            account, have, want, method_id=method_id("ERC20InsufficientBalance(address,uint256,uint256)")
        )
    )


@external
def withData(data: Bytes[1024]):
    """Reverts with these octets."""
    self.count += 1
    raw_revert(data)


@external
def withNothing():
    """Reverts without data."""
    self.count += 1
    raise


@external
def burnGas():
    """Uses up all gas."""
    for each: uint256 in range(1000000):
        self.count += each
