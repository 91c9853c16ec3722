# Makes .venv with the locked tools (uv, the build backend). Called by the Makefile.
set -eu

for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break
  python=
done
if [ -z "$python" ]; then
  echo "Máy chưa có Python 3.11 trở lên. Xin cài Python rồi chạy lại." >&2
  exit 1
fi

locked=(install -q --disable-pip-version-check --require-hashes -r requirements/tools.txt)
log=.venv/install.log
[ -x .venv/bin/python ] || "$python" -m venv .venv >/dev/null 2>&1 || "$python" -m venv --without-pip .venv
# Debian ships Python without the module that puts pip into a venv: pip or uv of the system then does the same work
.venv/bin/python -m pip "${locked[@]}" >$log 2>&1 ||
  "$python" -m pip --python .venv/bin/python "${locked[@]}" >>$log 2>&1 ||
  uv pip install -q --python .venv/bin/python --require-hashes -r requirements/tools.txt >>$log 2>&1 || {
  grep -v '^WARNING' $log | tail -n 3 >&2
  echo "Chưa cài được vào .venv: máy thiếu pip hoặc không ra được mạng." >&2
  echo "Trên Debian, Ubuntu: sudo apt install python3-venv. Rồi chạy lại lệnh này." >&2
  exit 1
}
