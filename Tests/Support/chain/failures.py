"""What a node answers when it refuses, in the words of the common ones."""

from eth_abi import decode
from eth_abi.exceptions import DecodingError

ERROR_SELECTOR = bytes.fromhex("08c379a0")
SERVER_ERROR = -32000
REVERTED = 3


class RPCError(Exception):
    """An error object of JSON-RPC 2.0."""

    def __init__(self, message, code=SERVER_ERROR, data=None):
        super().__init__(message)
        self.message, self.code, self.data = message, code, data

    def object(self):
        """The member `error` of the answer."""
        error = {"code": self.code, "message": self.message}
        if self.data is not None:
            error["data"] = self.data
        return error


def reverted(data):
    """The error of a call that reverted with these octets."""
    message = "execution reverted"
    if data[:4] == ERROR_SELECTOR:
        try:
            message += ": " + decode(["string"], data[4:])[0]
        except (DecodingError, UnicodeDecodeError):
            pass
    return RPCError(message, REVERTED, "0x" + data.hex())
