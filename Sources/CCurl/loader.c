#define CURL_DISABLE_DEPRECATION
#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "CCurl.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// Every function that is taken from libcurl: the name after `curl_`.
#define AI1_CURL_FUNCTIONS(X)                                                                                          \
    X(global_init) X(version) X(easy_strerror) X(easy_init) X(easy_cleanup) X(easy_pause) X(easy_setopt)               \
    X(easy_getinfo) X(multi_init) X(multi_cleanup) X(multi_setopt) X(multi_add_handle) X(multi_remove_handle)          \
    X(multi_perform) X(multi_poll) X(multi_wakeup) X(multi_info_read) X(slist_append) X(slist_free_all) X(url)         \
    X(url_dup) X(url_cleanup) X(url_set) X(url_get) X(free)

struct ai1_curl {
#define AI1_FIELD(name) __typeof__(curl_##name) *name;
    AI1_CURL_FUNCTIONS(AI1_FIELD)
#undef AI1_FIELD
};

const ai1_curl *ai1_curl_open(const char *name, char *reason, size_t reason_size) {
    // Lazy binding: libcurl pulls in some thirty libraries, most of whose functions are never called.
    void *image = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (!image) {
        const char *text = dlerror();
        snprintf(reason, reason_size, "%s", text ? text : name);
        return NULL;
    }
    ai1_curl *curl = calloc(1, sizeof *curl);
    if (!curl) {
        snprintf(reason, reason_size, "out of memory");
        return NULL;
    }
#define AI1_FIND(name)                                                                                                 \
    *(void **)&curl->name = dlsym(image, "curl_" #name);                                                               \
    if (!curl->name) {                                                                                                 \
        snprintf(reason, reason_size, "it has no function curl_%s", #name);                                            \
        free(curl);                                                                                                    \
        return NULL;                                                                                                   \
    }
    AI1_CURL_FUNCTIONS(AI1_FIND)
#undef AI1_FIND
    return curl;
}

CURLcode ai1_curl_global_init(const ai1_curl *curl) {
    // Before 7.84 libcurl's own initialisation is not safe for threads.
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    CURLcode code = curl->global_init(CURL_GLOBAL_DEFAULT);
    pthread_mutex_unlock(&lock);
    return code;
}

const char *ai1_curl_version(const ai1_curl *curl) { return curl->version(); }
const char *ai1_curl_strerror(const ai1_curl *curl, CURLcode code) { return curl->easy_strerror(code); }

CURL *ai1_curl_easy_init(const ai1_curl *curl) { return curl->easy_init(); }
void ai1_curl_easy_cleanup(const ai1_curl *curl, CURL *easy) { curl->easy_cleanup(easy); }
CURLcode ai1_curl_easy_resume(const ai1_curl *curl, CURL *easy) { return curl->easy_pause(easy, CURLPAUSE_CONT); }

CURLcode ai1_curl_set_long(const ai1_curl *curl, CURL *easy, CURLoption option, long value) {
    return curl->easy_setopt(easy, option, value);
}
CURLcode ai1_curl_set_offset(const ai1_curl *curl, CURL *easy, CURLoption option, curl_off_t value) {
    return curl->easy_setopt(easy, option, value);
}
CURLcode ai1_curl_set_string(const ai1_curl *curl, CURL *easy, CURLoption option, const char *value) {
    return curl->easy_setopt(easy, option, value);
}
CURLcode ai1_curl_set_pointer(const ai1_curl *curl, CURL *easy, CURLoption option, const void *value) {
    return curl->easy_setopt(easy, option, value);
}
CURLcode ai1_curl_set_url(const ai1_curl *curl, CURL *easy, CURLU *url) {
    return curl->easy_setopt(easy, CURLOPT_CURLU, url);
}
CURLcode ai1_curl_set_headers(const ai1_curl *curl, CURL *easy, struct curl_slist *headers) {
    return curl->easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}
CURLcode ai1_curl_set_write(const ai1_curl *curl, CURL *easy, CURLoption option, curl_write_callback function) {
    return curl->easy_setopt(easy, option, function);
}
CURLcode ai1_curl_set_read(const ai1_curl *curl, CURL *easy, curl_read_callback function) {
    return curl->easy_setopt(easy, CURLOPT_READFUNCTION, function);
}
CURLcode ai1_curl_set_seek(const ai1_curl *curl, CURL *easy, curl_seek_callback function) {
    return curl->easy_setopt(easy, CURLOPT_SEEKFUNCTION, function);
}
CURLcode ai1_curl_set_debug(const ai1_curl *curl, CURL *easy, curl_debug_callback function) {
    return curl->easy_setopt(easy, CURLOPT_DEBUGFUNCTION, function);
}
CURLcode ai1_curl_set_open_socket(const ai1_curl *curl, CURL *easy, curl_opensocket_callback function) {
    return curl->easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}
CURLcode ai1_curl_set_http_only(const ai1_curl *curl, CURL *easy) {
    // The form with names needs 7.85; the mask works in every version.
    return curl->easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
}
void ai1_curl_set_quick_exit(const ai1_curl *curl, CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
    (void)curl->easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

CURLcode ai1_curl_get_long(const ai1_curl *curl, CURL *easy, CURLINFO info, long *value) {
    return curl->easy_getinfo(easy, info, value);
}
CURLcode ai1_curl_get_offset(const ai1_curl *curl, CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl->easy_getinfo(easy, info, value);
}
CURLcode ai1_curl_get_private(const ai1_curl *curl, CURL *easy, void **value) {
    return curl->easy_getinfo(easy, CURLINFO_PRIVATE, value);
}

CURLM *ai1_curl_multi_init(const ai1_curl *curl) { return curl->multi_init(); }
void ai1_curl_multi_cleanup(const ai1_curl *curl, CURLM *multi) { curl->multi_cleanup(multi); }
CURLMcode ai1_curl_multi_set_long(const ai1_curl *curl, CURLM *multi, CURLMoption option, long value) {
    return curl->multi_setopt(multi, option, value);
}
CURLMcode ai1_curl_multi_add(const ai1_curl *curl, CURLM *multi, CURL *easy) {
    return curl->multi_add_handle(multi, easy);
}
CURLMcode ai1_curl_multi_remove(const ai1_curl *curl, CURLM *multi, CURL *easy) {
    return curl->multi_remove_handle(multi, easy);
}
CURLMcode ai1_curl_multi_perform(const ai1_curl *curl, CURLM *multi) {
    int running = 0;
    return curl->multi_perform(multi, &running);
}
CURLMcode ai1_curl_multi_poll(const ai1_curl *curl, CURLM *multi, int timeout_milliseconds) {
    return curl->multi_poll(multi, NULL, 0, timeout_milliseconds, NULL);
}
CURLMcode ai1_curl_multi_wakeup(const ai1_curl *curl, CURLM *multi) { return curl->multi_wakeup(multi); }
const CURLMsg *ai1_curl_multi_message(const ai1_curl *curl, CURLM *multi) {
    int left = 0;
    return curl->multi_info_read(multi, &left);
}

struct curl_slist *ai1_curl_list_append(const ai1_curl *curl, struct curl_slist *list, const char *text) {
    return curl->slist_append(list, text);
}
void ai1_curl_list_free(const ai1_curl *curl, struct curl_slist *list) { curl->slist_free_all(list); }

CURLU *ai1_curl_url_new(const ai1_curl *curl) { return curl->url(); }
CURLU *ai1_curl_url_copy(const ai1_curl *curl, CURLU *url) { return curl->url_dup(url); }
void ai1_curl_url_free(const ai1_curl *curl, CURLU *url) { curl->url_cleanup(url); }
CURLUcode ai1_curl_url_set(const ai1_curl *curl, CURLU *url, const char *text, unsigned int flags) {
    return curl->url_set(url, CURLUPART_URL, text, flags);
}
char *ai1_curl_url_get(const ai1_curl *curl, CURLU *url, CURLUPart part, unsigned int flags) {
    char *text = NULL;
    return curl->url_get(url, part, &text, flags) == CURLUE_OK ? text : NULL;
}
void ai1_curl_free(const ai1_curl *curl, void *memory) { curl->free(memory); }

size_t ai1_curl_address_octets(const struct curl_sockaddr *address, uint8_t octets[16]) {
    const void *raw = &address->addr;
    if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
        memcpy(octets, &((const struct sockaddr_in *)raw)->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
        memcpy(octets, &((const struct sockaddr_in6 *)raw)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

curl_socket_t ai1_curl_open_socket(const struct curl_sockaddr *address) {
#ifdef SOCK_CLOEXEC
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
    int descriptor = socket(address->family, address->socktype, address->protocol);
    if (descriptor >= 0) (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
#endif
}
