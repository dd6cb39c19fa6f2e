@echo off
rem The students' command on Windows: watch, run, trace, explain, show, pack. Try: lab help
setlocal
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "TARGET=%ROOT%\labtool\target"
set "STAMP=%TARGET%\lab.stamp"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo lab: no Java at %JAVA%; install JDK 17 or newer, or point JAVA_HOME at one 1>&2
  exit /b 2
)

rem In a checkout labkit is built as well; a handout has it as a jar.
set "SOURCES=labtool\pom.xml,labtool\src"
set "BUILD=-f "%ROOT%\labtool\pom.xml""
if exist "%ROOT%\labkit\src" (
  set "SOURCES=pom.xml,labtool\pom.xml,labtool\src,labkit\src"
  set "BUILD=-f "%ROOT%\pom.xml" -pl labtool -am"
)

set "STALE=1"
if exist "%STAMP%" (
  powershell -NoProfile -Command "Set-Location -LiteralPath $env:ROOT; $stamp = Get-Item -LiteralPath $env:STAMP; if (Get-ChildItem -Path $env:SOURCES.Split([char]44) -Recurse -File | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime }) { exit 1 }"
  if not errorlevel 1 set "STALE="
)
if defined STALE call :build
if errorlevel 2 exit /b 2

"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dfirsthop.lab.home=%ROOT%" -cp "%TARGET%\classes;%TARGET%\lib\*" firsthop.tool.LabTool %*
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo lab: no mvn on the PATH, and lab has to be built first; install Maven 1>&2
  exit /b 2
)
echo lab: building lab ^(the first time takes a minute^) ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
call mvn -q -B -ntp -DskipTests %BUILD% package >"%TARGET%\lab.log" 2>&1 <nul
if errorlevel 1 (
  echo lab: the build failed; its log is in %TARGET%\lab.log 1>&2
  exit /b 2
)
type nul > "%STAMP%"
exit /b 0
