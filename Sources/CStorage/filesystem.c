#include "CStorage.h"
#include <string.h>

#ifdef __linux__

#include <sys/vfs.h>

/* Magic numbers of statfs(2). */
const char *ai1_network_file_system(const char *path) {
    struct statfs facts;
    if (statfs(path, &facts) != 0) return NULL;
    switch ((unsigned int)facts.f_type) {
    case 0x6969: return "NFS";
    case 0x517B: return "SMB";
    case 0xFF534D42: return "CIFS";
    case 0xFE534D42: return "SMB2";
    case 0x5346414F: return "AFS";
    case 0x6B414653: return "AFS";
    case 0x00C36400: return "Ceph";
    case 0x0BD00BD0: return "Lustre";
    case 0x01021997: return "9P";
    case 0x786F4256: return "vboxsf";
    case 0x73757245: return "Coda";
    case 0x564C: return "NCP";
    case 0x47504653: return "GPFS";
    case 0xAAD7AAEA: return "PanFS";
    default: return NULL;
    }
}

#else

#include <sys/mount.h>
#include <sys/param.h>

const char *ai1_network_file_system(const char *path) {
    static const char *const names[] = {"nfs", "smbfs", "afpfs", "webdav", "ftp"};
    struct statfs facts;
    if (statfs(path, &facts) != 0 || facts.f_flags & MNT_LOCAL) return NULL;
    for (unsigned long index = 0; index < sizeof names / sizeof *names; index++)
        if (strcmp(facts.f_fstypename, names[index]) == 0) return names[index];
    return "network";
}

#endif
