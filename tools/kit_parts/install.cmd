@echo off
rem Installs letters-gen from this folder alone: no internet, no administrator, no PATH.
rem A folder for the office's data may be named: it is made where there is none.
setlocal
chcp 65001 >nul
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "KIT=%~dp0"
set "PROGRAM=%LOCALAPPDATA%\Programs\letters-gen"
set "OFFICE=%~1"
if "%OFFICE%"=="" set "OFFICE=%USERPROFILE%\letters-gen"
if "%OFFICE:~-1%"=="\" set "OFFICE=%OFFICE:~0,-1%"
set "PY="
if not exist "%KIT%wheels\" echo Unpack the whole archive first. Snachala raspakuyte ves arkhiv. & goto stop
if not exist "%PROGRAM%\Scripts\python.exe" goto find
"%PROGRAM%\Scripts\python.exe" -c "" >nul 2>&1
if %errorlevel%==0 goto install
:find
for %%V in (@VERSIONS@) do call :try %%V
if not defined PY type "%KIT%messages\no-python.txt" & goto stop
%PY% -m venv --clear "%PROGRAM%"
if not %errorlevel%==0 type "%KIT%messages\no-folder.txt" & goto stop
:install
"%PROGRAM%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --no-index --no-cache-dir --upgrade --find-links "%KIT%wheels" "letters-gen[page]"
if not %errorlevel%==0 type "%KIT%messages\failed.txt" & goto stop
"%PROGRAM%\Scripts\letters-gen.exe" --version
if not %errorlevel%==0 type "%KIT%messages\failed.txt" & goto stop
if exist "%OFFICE%\letters.toml" goto shortcut
"%PROGRAM%\Scripts\letters-gen.exe" init "%OFFICE%"
if not %errorlevel%==0 type "%KIT%messages\no-office.txt" & goto stop
:shortcut
"%PROGRAM%\Scripts\letters-gen.exe" -w "%OFFICE%" page --shortcut
if not %errorlevel%==0 type "%KIT%messages\no-office.txt" & goto stop
type "%KIT%messages\installed.txt"
explorer "%OFFICE%"
pause
exit /b 0
:stop
pause
exit /b 1
:try
if defined PY exit /b 0
py -%1 -c "import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64')" >nul 2>&1
if %errorlevel%==0 set "PY=py -%1"
exit /b 0
