#!/bin/sh
# NOT TRIED: to be run on a Mac with uv and a python.org Python 3.13. Makes dist/Kring.app.
#
# The layout is that of Linux inside an app bundle; the launcher is a script. Still to do on a Mac:
# an .icns of resources/icons/kring.svg (iconutil), signing (codesign) and notarising (notarytool):
# without them Gatekeeper refuses to open it but by the context menu.
set -eu
cd "$(dirname "$0")/.."
app=dist/Kring.app/Contents
rm -rf dist/Kring.app
mkdir -p "$app/MacOS" "$app/Resources"
version=$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' app/__init__.py)
prefix=$(python3.13 -c 'import sys; print(sys.base_prefix)')
cp -R "$prefix" "$app/Resources/python"
uv export --locked --no-dev --no-emit-project -q -o dist/requirements.txt
uv pip install -q --target "$app/Resources/lib" --require-hashes --no-deps --only-binary :all: \
    --python-version 3.13 -r dist/requirements.txt
mkdir "$app/Resources/program"
cp -R app resources main.py "$app/Resources/program"
cp -R LICENSE packaging/licences "$app/Resources"
cat > "$app/MacOS/Kring" <<'LAUNCHER'
#!/bin/sh
here=$(cd "$(dirname "$0")/../Resources" && pwd)
export PYTHONPATH="$here/lib"
exec "$here/python/bin/python3.13" -s -X kring="$0" "$here/program/main.py" "$@"
LAUNCHER
chmod 755 "$app/MacOS/Kring"
cat > "$app/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>CFBundleName</key><string>Kring</string>
  <key>CFBundleIdentifier</key><string>kring</string>
  <key>CFBundleExecutable</key><string>Kring</string>
  <key>CFBundleShortVersionString</key><string>$version</string>
  <key>CFBundleDocumentTypes</key><array><dict>
    <key>CFBundleTypeExtensions</key><array><string>kring</string></array>
    <key>CFBundleTypeName</key><string>Map of Kring</string>
    <key>CFBundleTypeRole</key><string>Editor</string>
  </dict></array>
</dict></plist>
PLIST
