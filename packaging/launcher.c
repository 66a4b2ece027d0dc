/* Starts Kring in Windows: loads the Python that lies beside it and lets it run main.py.

   Built twice: Kring.exe, which shows no console, and kring-cmd.exe for the commands. Both say
   with -X kring=... what starts Kring again. Reports, and files opened by a double click, go
   through Kring.exe. */

#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*Main)(int, wchar_t **);

static wchar_t self[LONGEST], dll[LONGEST], program[LONGEST], option[LONGEST];

static int missing(const wchar_t *what)
{
    static wchar_t said[LONGEST];
    _snwprintf(said, LONGEST - 1,
               L"Er ontbreekt een onderdeel van Kring. Installeer Kring opnieuw; je kaarten blijven "
               L"zoals ze zijn.\n\nA part of Kring is missing. Install Kring again; your maps stay "
               L"as they are.\n\n%ls", what);
    if (GetConsoleWindow() != NULL)
        fwprintf(stderr, L"%ls\n", said);
    else
        MessageBoxW(NULL, said, L"Kring", MB_ICONERROR);
    return 3;
}

static int start(int count, wchar_t **words)
{
    DWORD length = GetModuleFileNameW(NULL, self, LONGEST);
    wchar_t *end = length ? wcsrchr(self, L'\\') : NULL;
    if (end == NULL)
        return 3;
    int folder = (int)(end - self);
    _snwprintf(dll, LONGEST - 1, L"%.*ls\\python\\python313.dll", folder, self);
    _snwprintf(program, LONGEST - 1, L"%.*ls\\program\\main.py", folder, self);
    _snwprintf(option, LONGEST - 1, L"kring=%.*ls\\Kring.exe", folder, self);
    if (GetFileAttributesW(program) == INVALID_FILE_ATTRIBUTES)
        return missing(program);
    HMODULE python = LoadLibraryExW(dll, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    Main run = python ? (Main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (run == NULL)
        return missing(dll);
    wchar_t **all = calloc(count + 4, sizeof *all);
    if (all == NULL)
        return 3;
    all[0] = self;
    all[1] = L"-X";
    all[2] = option;
    all[3] = program;
    for (int i = 1; i < count; i++)
        all[i + 3] = words[i];
    return run(count + 3, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return start(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int shown)
{
    (void)instance, (void)before, (void)line, (void)shown;
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return words ? start(count, words) : 3;
}
#endif
