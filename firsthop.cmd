@echo off
rem The program of instructors and authors on Windows: builds what is stale, then runs it. Try: firsthop --help
setlocal
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"

rem What a command is built from: not what the build never reads, nor a folder that it does without.
set "MODULE=app"
set "MAIN=firsthop.grader.cli.Main"
set "UNREAD=grader\\proof"
for %%c in (check new-exercise patch) do if "%~1"=="%%c" set "MODULE=proof"
if "%MODULE%"=="proof" (
  set "MAIN=firsthop.grader.proof.author.AuthorMain"
  rem Authors change these all the time; check compiles them itself.
  set "UNREAD=lab\d\d-[^\\]+\\src|grader\\exams\\src"
)
set "UNREAD=\\(target|\.[^\\]+|grader\\exams\\(hostile|right|wrong)|%UNREAD%)\\|\.md$"
set "TARGET=%ROOT%\grader\%MODULE%\target"
set "STAMP=%TARGET%\launcher.stamp"
set "LOG=%TARGET%\launcher-build.log"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('cmd /c ""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do set "VERSION=%%~v"
if not defined VERSION (
  echo firsthop: no Java at %JAVA%; install JDK 17 or newer, or point JAVA_HOME at one: winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  exit /b 2
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo firsthop: %JAVA% is Java %VERSION%; 17 or newer is needed: winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  exit /b 2
)

rem Stale: no jar, or a source that is newer than the stamp, or another number of sources.
set "STALE=1"
if exist "%TARGET%\grader-%MODULE%.jar" if exist "%STAMP%" (
  powershell -NoProfile -Command "Set-Location -LiteralPath $env:ROOT; $all = Get-ChildItem -Path pom.xml,lab*,grader -Recurse -File | Where-Object { $_.FullName -notmatch $env:UNREAD }; $stamp = Get-Item -LiteralPath $env:STAMP; if (($all | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime }) -or ($all.Count -ne [int](Get-Content -LiteralPath $env:STAMP))) { exit 1 }"
  if not errorlevel 1 set "STALE="
)
if defined STALE call :build
if errorlevel 2 exit /b 2

if not defined TESTCONTAINERS_HOST_OVERRIDE set "TESTCONTAINERS_HOST_OVERRIDE=localhost"
if not defined TESTCONTAINERS_RYUK_DISABLED set "TESTCONTAINERS_RYUK_DISABLED=true"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dfirsthop.home=%ROOT%" -cp "%TARGET%\grader-%MODULE%.jar;%TARGET%\lib\*" %MAIN% %*
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo firsthop: no mvn on the PATH, and firsthop has to be built first; install Maven: choco install maven 1>&2
  exit /b 2
)
echo firsthop: Building firsthop ^(first time: about a minute^) ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
pushd "%ROOT%"
call mvn -q -B -ntp -DskipTests -Dspotless.check.skip -pl grader/%MODULE%,grader/exams -am package >"%LOG%" 2>&1 <nul
set "BUILD=%ERRORLEVEL%"
popd
if not "%BUILD%"=="0" (
  echo firsthop: the build failed, perhaps because another firsthop is running; its log is in %LOG% 1>&2
  exit /b 2
)
powershell -NoProfile -Command "Set-Location -LiteralPath $env:ROOT; @(Get-ChildItem -Path pom.xml,lab*,grader -Recurse -File | Where-Object { $_.FullName -notmatch $env:UNREAD }).Count | Set-Content -LiteralPath $env:STAMP"
exit /b 0
