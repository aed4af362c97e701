@echo off
rem Runs the program stylecodes with the Java runtime in this folder, or else with the installed Java (version 17 or newer).
rem STYLECODES_JAVA_OPTIONS may have options for Java, such as -Xmx8g.
setlocal
set "home=%~dp0.."
set "java=java"
if exist "%home%\runtime\bin\java.exe" (
  set "java=%home%\runtime\bin\java.exe"
) else if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
)
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo stylecodes: Java is missing; install version 17 or newer, and put it on the PATH or set JAVA_HOME 1>&2
  exit /b 1
)
set "classpath=%home%\lib\stylecodes.jar;%home%\lib\unpacked"
if "%~1"=="serve" set "classpath=%classpath%;%home%\lib\studio.jar"
set "compile=-XX:TieredStopAtLevel=1"
if "%~1"=="train" set "compile="
if "%~1"=="render" set "compile="
if "%~1"=="evaluate" set "compile="
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
"%java%" -XX:+UseSerialGC %compile% -Djava.awt.headless=true -Dorg.bytedeco.javacpp.cacheLibraries=false ^
  -Dorg.sqlite.lib.path="%home%\lib\unpacked\sqlite" ^
  %STYLECODES_JAVA_OPTIONS% -cp "%classpath%" org.stylecodes.cli.Main %*
exit /b %errorlevel%
