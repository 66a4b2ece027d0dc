/* What Windows 10 has and Wine 8 lacks, for smoke_windows.sh: DLLs that go into the prefix of Wine,
   never into the bundle. Which of them is built, the command line says. */

#include <stddef.h>

#ifdef ICUUC
/* Qt asks the system's ICU for rare encodings only: there are none here. */
typedef void *Any;
Any ucnv_open(const char *name, int *error) { (void)name; *error = 4; return NULL; }
const char *ucnv_getName(Any one, int *error) { (void)one; *error = 4; return NULL; }
const char *ucnv_getAvailableName(int at) { (void)at; return NULL; }
const char *ucnv_getStandardName(const char *name, const char *by, int *error)
{
    (void)name, (void)by;
    *error = 4;
    return NULL;
}
int ucnv_countAvailable(void) { return 0; }
#define NEVER(name) int name(void) { return 0; }
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER(ucnv_cbFromUWriteUChars)
NEVER(ucnv_cbToUWriteUChars)
NEVER(ucnv_close)
NEVER(ucnv_fromUCountPending)
NEVER(ucnv_fromUnicode)
NEVER(ucnv_getFromUCallBack)
NEVER(ucnv_getMaxCharSize)
NEVER(ucnv_getToUCallBack)
NEVER(ucnv_reset)
NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_setToUCallBack)
NEVER(ucnv_toUCountPending)
NEVER(ucnv_toUnicode)
#endif

#ifdef BCRYPTPRIMITIVES
unsigned char SystemFunction036(void *to, unsigned long size); /* RtlGenRandom, of advapi32 */
int ProcessPrng(unsigned char *to, size_t size) { return SystemFunction036(to, size); }
#endif

#ifdef MSCMS
/* The colours of a screen: none are known. */
void *OpenColorProfileW(void *profile, unsigned how, unsigned share, unsigned make)
{
    (void)profile, (void)how, (void)share, (void)make;
    return NULL;
}
int CloseColorProfile(void *profile) { (void)profile; return 0; }
int GetColorProfileFromHandle(void *profile, void *to, unsigned *size)
{
    (void)profile, (void)to, (void)size;
    return 0;
}
void *WcsCreateIccProfile(void *profile, unsigned how) { (void)profile, (void)how; return NULL; }
#endif

#ifdef UCRTBASE
/* What numpy calls and Wine has as a name without a body; all else is passed on to Wine's own. As
   Microsoft's compiler has it, a complex number of two floats comes in one register, one of two
   doubles by its address. */
typedef union { unsigned long long whole; float parts[2]; } Complex;
float real_float(Complex one) { return one.parts[0]; }
float imaginary_float(Complex one) { return one.parts[1]; }
double real_double(const double *one) { return one[0]; }
double imaginary_double(const double *one) { return one[1]; }

/* Wine's does not say why it locked nothing; Windows says EACCES, which Python has to know. */
int theirs_locking(int file, int how, long size);
int *theirs_errno(void);
int locking(int file, int how, long size)
{
    int failed = theirs_locking(file, how, size);
    if (failed)
        *theirs_errno() = 13;
    return failed;
}
#endif
