#include "CDocument.h"

#include <iconv.h>

long ai1_text_convert(const char *encoding, const char *bytes, size_t size, char *room, size_t room_size) {
    iconv_t conversion = iconv_open("UTF-8", encoding);
    if (conversion == (iconv_t)-1) return -1;
    char *from = (char *)bytes;
    char *to = room;
    size_t left = size;
    size_t space = room_size;
    size_t result = iconv(conversion, &from, &left, &to, &space);
    // What is left in a stateful encoding's state.
    if (result != (size_t)-1) result = iconv(conversion, NULL, NULL, &to, &space);
    iconv_close(conversion);
    return result == (size_t)-1 || left > 0 ? -2 : (long)(room_size - space);
}
