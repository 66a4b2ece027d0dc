; The setup for Windows: for one person, without an administrator, and without the network.
; Takes VERSION, FILES (the folder of the bundle), OUT and SIZE (in kB) from the command line.
; Silent: Kring-x.y.z-setup.exe /S [/D=C:\Where to]; exit code 0, or 2 where nothing was changed.

Target amd64-unicode
Unicode true
Name "Kring"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Kring"
InstallDirRegKey HKCU "Software\Kring" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
BrandingText "Kring ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Kring"
VIAddVersionKey /LANG=1033 "FileDescription" "Kring ${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "MIT; parts under their own licences"

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Kring.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "English"

LangString OPEN ${LANG_DUTCH} "Kring is nog open. Sluit Kring en probeer het opnieuw."
LangString OPEN ${LANG_ENGLISH} "Kring is still open. Close Kring and try again."
LangString FULL ${LANG_DUTCH} "Kring kon niet worden neergezet: de schijf is vol, of je mag hier niet schrijven. Er is niets veranderd. Maak ruimte vrij of kies een andere map."
LangString FULL ${LANG_ENGLISH} "Kring could not be put there: the disk is full, or you may not write there. Nothing was changed. Free some space, or choose another folder."

; Leaves when a Kring in this folder is running: its program cannot be opened to be written then.
!macro CHECK_CLOSED un
Function ${un}CheckClosed
  again:
  ${If} ${FileExists} "$INSTDIR\Kring.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\Kring.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro CHECK_CLOSED ""
!insertmacro CHECK_CLOSED "un."

!macro DROP_PROGRAM
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\Kring.exe"
  Delete "$INSTDIR\kring-cmd.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\files.txt"
!macroend

!macro TAKE name
  Rename "$INSTDIR\new\${name}" "$INSTDIR\${name}"
!macroend

; Leaves when there is too little room: a file that does not fit would end the setup at once, and
; leave what was unpacked.
Function CheckRoom
  ${GetRoot} "$INSTDIR" $1
  ClearErrors
  ${DriveSpace} "$1\" "/D=F /S=M" $2
  IntOp $3 ${SIZE} / 1024
  ${IfNot} ${Errors}
  ${AndIf} $2 <= $3
    MessageBox MB_OK|MB_ICONSTOP "$(FULL)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "Kring"
  Call CheckClosed
  ; All is unpacked beside the old version first: on a full disk that one stays whole.
  RMDir /r "$INSTDIR\new"
  Call CheckRoom
  ClearErrors
  SetOverwrite try
  SetOutPath "$INSTDIR\new"
  File /r "${FILES}/*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR"
    MessageBox MB_OK|MB_ICONSTOP "$(FULL)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetOutPath "$TEMP"
  !insertmacro DROP_PROGRAM
  !insertmacro TAKE "python"
  !insertmacro TAKE "lib"
  !insertmacro TAKE "program"
  !insertmacro TAKE "licences"
  !insertmacro TAKE "Kring.exe"
  !insertmacro TAKE "kring-cmd.exe"
  !insertmacro TAKE "LICENSE.txt"
  !insertmacro TAKE "files.txt"
  RMDir "$INSTDIR\new"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Kring.lnk" "$INSTDIR\Kring.exe"
  WriteRegStr HKCU "Software\Kring" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.kring" "" "Kring.Map"
  WriteRegStr HKCU "Software\Classes\.kring\OpenWithProgids" "Kring.Map" ""
  WriteRegStr HKCU "Software\Classes\Kring.Map" "" "Kring"
  WriteRegStr HKCU "Software\Classes\Kring.Map\shell\open\command" "" '"$INSTDIR\Kring.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  !define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kring"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "Kring"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\Kring.exe"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

; What the person made stays: the library and its backups are not in this folder.
Section "Uninstall"
  Call un.CheckClosed
  !insertmacro DROP_PROGRAM
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Kring.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.kring" ""
  ${If} $0 == "Kring.Map"
    DeleteRegValue HKCU "Software\Classes\.kring" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\.kring\OpenWithProgids" "Kring.Map"
  DeleteRegKey HKCU "Software\Classes\Kring.Map"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegValue HKCU "Software\Kring" "Folder"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kring"
SectionEnd
