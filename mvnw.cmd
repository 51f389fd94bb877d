@echo off
rem Builds Howdah with a JDK 25 or newer and the Maven version the project pins.
rem
rem   JDK    JAVA_HOME, else java on the PATH, else the usual places
rem   Maven  the user's wrapper cache, else a download whose SHA-512 is checked, else an installed mvn
rem
rem Environment, all of it optional:
rem   HOWDAH_JDK_FOLDERS     folders that hold JDKs, separated by semicolons, in place of the usual ones
rem   HOWDAH_MAVEN_BASE_URL  a mirror of https://archive.apache.org/dist/maven
rem   MAVEN_USER_HOME        the folder of the wrapper cache, in place of .m2 in the user's folder
rem
rem mvnw takes the same steps in the same order; change both together.
rem Needs curl, tar and certutil, which are part of Windows 10 and later.
setlocal EnableExtensions DisableDelayedExpansion

set "oldest_jdk=25"
set "base=%~dp0"
set "base=%base:~0,-1%"

rem --- The JDK

set "usual_jdk_folders=%ProgramFiles%\Java;%ProgramFiles%\Eclipse Adoptium;%ProgramFiles%\Microsoft;%ProgramFiles%\Amazon Corretto"
set "usual_jdk_folders=%usual_jdk_folders%;%ProgramFiles%\Zulu;%ProgramFiles%\BellSoft;%LOCALAPPDATA%\Programs\Eclipse Adoptium"
set "usual_jdk_folders=%usual_jdk_folders%;%USERPROFILE%\.sdkman\candidates\java;%USERPROFILE%\.jdks;%USERPROFILE%\scoop\apps\openjdk"

set "jdk="
call :take_jdk "%JAVA_HOME%"
if defined jdk goto jdk_found
rem java itself is asked, because what is on the PATH may be a copy or a shim
for /f "tokens=1,2,*" %%a in ('java -XshowSettings:properties -version 2^>^&1') do if "%%a"=="java.home" call :take_jdk "%%c"

set "folders=%HOWDAH_JDK_FOLDERS%"
if not defined folders set "folders=%usual_jdk_folders%"
:next_folder
if defined jdk goto jdk_found
if not defined folders goto no_jdk
for /f "tokens=1,* delims=;" %%a in ("%folders%") do (
    set "folder=%%a"
    set "folders=%%b"
)
for /d %%d in ("%folder%\*") do call :take_jdk "%%~d"
goto next_folder

:no_jdk
echo mvnw: No JDK %oldest_jdk% or newer was found. Install one, or set JAVA_HOME to its folder.>&2
exit /b 1

:jdk_found
if not defined JAVA_HOME goto jdk_set
if not "%JAVA_HOME%"=="%jdk%" echo mvnw: JAVA_HOME is %JAVA_HOME%, no JDK %oldest_jdk% or newer, so using %jdk%.>&2
:jdk_set
set "JAVA_HOME=%jdk%"

rem --- What was asked for

set "offline="
set "pom=-f "%base%\pom.xml""
:next_argument
if "%~1"=="" goto arguments_known
if "%~1"=="-o" set "offline=yes"
if "%~1"=="--offline" set "offline=yes"
if "%~1"=="-f" set "pom="
if "%~1"=="--file" set "pom="
shift
goto next_argument
:arguments_known

rem --- Maven

for /f "usebackq tokens=1,2 delims==" %%a in ("%base%\.mvn\wrapper\maven-wrapper.properties") do (
    if "%%a"=="mavenVersion" set "version=%%b"
    if "%%a"=="mavenSha512" set "pinned_sum=%%b"
)
set "dists=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "dists=%MAVEN_USER_HOME%\wrapper\dists"
set "own_cache=%dists%\apache-maven-%version%\%pinned_sum:~0,12%"
set "file=apache-maven-%version%-bin.tar.gz"
set "url=https://archive.apache.org/dist/maven"
if defined HOWDAH_MAVEN_BASE_URL set "url=%HOWDAH_MAVEN_BASE_URL%"
set "url=%url%/maven-3/%version%/binaries/%file%"

set "maven="
call :find_cached_maven
if defined maven goto run
if defined offline (
    <nul set /p "=mvnw: Maven %version% is not in the cache. ">&2
    goto use_installed
)

<nul set /p "=mvnw: downloading Maven %version% once ... ">&2
set "part=%dists%\.part-%RANDOM%%RANDOM%"
mkdir "%part%" 2>nul
call :download_maven
set "outcome=%errorlevel%"
rmdir /s /q "%part%" 2>nul
if "%outcome%"=="0" (
    echo done.>&2
    call :find_cached_maven
    goto run
)
if "%outcome%"=="2" (
    echo refused.>&2
    echo mvnw: %url% is not the file this project pins and was thrown away. Its SHA-512 is %sum%.>&2
    exit /b 1
)
<nul set /p "=not possible. ">&2

:use_installed
for %%m in (mvn.cmd) do set "maven=%%~$PATH:m"
set "installed=missing"
if not defined maven goto no_maven
rem asked outside of the project, whose options may be too new for it
pushd "%SystemDrive%\"
for /f "tokens=1-3" %%a in ('call "%maven%" --version 2^>nul') do if "%%a %%b"=="Apache Maven" set "installed=%%c"
popd
set "major=0"
set "minor=0"
for /f "tokens=1,2 delims=." %%a in ("%installed%") do (
    set "major=%%a"
    set "minor=%%b"
)
if %major% lss 3 goto no_maven
if %major% equ 3 if %minor% lss 8 goto no_maven
echo Using the installed Maven %installed%, %maven%.>&2
goto run

:no_maven
echo.>&2
echo mvnw: Maven %version% is neither in %dists% nor to be had from %url%, and the installed mvn is %installed%, not 3.8 or newer.>&2
exit /b 1

:run
set "MAVEN_BASEDIR=%base%"
rem without call, so that the arguments are not read a second time; nothing after this line is reached
"%maven%" %pom% %*

rem --- Steps

rem Takes folder %1 when it holds a JDK, not only a runtime, that is new enough.
:take_jdk
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "major=%%~b"
for /f "tokens=1 delims=.-+_" %%v in ("%major%") do set "major=%%v"
if %major% geq %oldest_jdk% set "jdk=%~1"
exit /b 0

rem Both layouts are met with: the one with a folder of the archive's name inside is the older.
:find_cached_maven
for /d %%d in ("%dists%\apache-maven-%version%\*") do if exist "%%~d\bin\mvn.cmd" set "maven=%%~d\bin\mvn.cmd"
if defined maven exit /b 0
for /d %%d in ("%dists%\apache-maven-%version%-bin\*") do if exist "%%~d\apache-maven-%version%\bin\mvn.cmd" set "maven=%%~d\apache-maven-%version%\bin\mvn.cmd"
exit /b 0

rem Puts Maven into the cache, whole and checked or not at all: 0 done, 1 not to be had, 2 the wrong file.
rem Gives up soon: an offline machine must not be held up.
:download_maven
curl.exe -fsL --connect-timeout 5 --speed-limit 1000 --speed-time 10 -o "%part%\%file%" "%url%" 2>nul
if errorlevel 1 exit /b 1
set "sum="
for /f "skip=1 delims=" %%s in ('certutil -hashfile "%part%\%file%" SHA512') do if not defined sum set "sum=%%s"
set "sum=%sum: =%"
if /i not "%sum%"=="%pinned_sum%" exit /b 2
rem by its full path, because the tar of Git takes the drive's letter for a host
"%SystemRoot%\System32\tar.exe" -xzf "%part%\%file%" -C "%part%" 2>nul
if errorlevel 1 exit /b 1
if not exist "%dists%\apache-maven-%version%" mkdir "%dists%\apache-maven-%version%"
rem a rename, so that nobody ever sees half of it; when another mvnw was faster, its result is as good
if not exist "%own_cache%" move "%part%\apache-maven-%version%" "%own_cache%" >nul
if not exist "%own_cache%\bin\mvn.cmd" exit /b 1
exit /b 0
