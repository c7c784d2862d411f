@echo off
rem lkcluster in a terminal of VS Code: the bundle that the extension brings, run by what runs the extension.
setlocal
set ELECTRON_RUN_AS_NODE=1
if not defined LKCLUSTER_NODE set LKCLUSTER_NODE=node
"%LKCLUSTER_NODE%" "%~dp0..\lkcluster.cjs" %*
