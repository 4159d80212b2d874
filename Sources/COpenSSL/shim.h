#ifndef NPI_COPENSSL_SHIM_H
#define NPI_COPENSSL_SHIM_H

#include <openssl/evp.h>

#endif
