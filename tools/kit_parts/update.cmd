@echo off
rem Puts the program of this folder in the place of the one that is installed; the office's data stay.
setlocal
chcp 65001 >nul
set "KIT=%~dp0"
set "PROGRAM=%LOCALAPPDATA%\Programs\letters-gen"
if not exist "%KIT%wheels\" echo Unpack the whole archive first. Snachala raspakuyte ves arkhiv. & goto stop
"%PROGRAM%\Scripts\python.exe" -c "" >nul 2>&1
if not %errorlevel%==0 type "%KIT%messages\not-installed.txt" & goto stop
"%PROGRAM%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --no-index --no-cache-dir --upgrade --find-links "%KIT%wheels" "letters-gen[page]"
if not %errorlevel%==0 type "%KIT%messages\failed.txt" & goto stop
"%PROGRAM%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --no-index --no-cache-dir --no-deps --force-reinstall --find-links "%KIT%wheels" letters-gen
if not %errorlevel%==0 type "%KIT%messages\failed.txt" & goto stop
"%PROGRAM%\Scripts\letters-gen.exe" --version
if not %errorlevel%==0 type "%KIT%messages\failed.txt" & goto stop
type "%KIT%messages\updated.txt"
pause
exit /b 0
:stop
pause
exit /b 1
