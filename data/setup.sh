# What data/launch and tests/run share: getting the packages that Quarterdeck
# needs from the system, and setting up a folder to build it in. It is read by
# bash and does nothing by itself.
#
#   packages_ensure GROUP...
#       looks for what the groups need and installs what is missing, and only
#       that, with the system's package manager, as root or through sudo; says
#       so before, and ends the script where it cannot
#   build_configure SOURCE FOLDER OPTION...
#       sets up a build folder with meson, unless that has been done
#   quietly COMMAND...
#       shows what a command had to say only if it fails
#   say, die TEXT...
#       on standard error

# One line a need: its group, how to see that it is there, and the package that
# brings it with apt-get, dnf, pacman and zypper ("-": another one brings it).
#   command:NAME           a program on the PATH
#   library:NAME:VERSION   pkg-config knows it, in this version or a later one
#   package                the package itself, where no program tells
packages_table ()
{
  cat <<'END'
build    command:cc                       gcc                     gcc                            gcc                   gcc
build    package                          libc6-dev               glibc-devel                    glibc                 glibc-devel
build    command:pkg-config               pkg-config              pkgconf-pkg-config             pkgconf               pkgconf-pkg-config
build    command:meson                    meson                   meson                          meson                 meson
build    command:ninja                    ninja-build             ninja-build                    ninja                 ninja
build    command:xgettext                 gettext                 gettext                        gettext               gettext-tools
build    command:glib-compile-resources   libglib2.0-dev-bin      glib2-devel                    glib2-devel           glib2-devel
build    command:update-desktop-database  desktop-file-utils      desktop-file-utils             desktop-file-utils    desktop-file-utils
build    library:gtk4:4.8                 libgtk-4-dev            gtk4-devel                     gtk4                  gtk4-devel
build    library:sqlite3:3.40             libsqlite3-dev          sqlite-devel                   sqlite                sqlite3-devel
run      package                          adwaita-icon-theme      adwaita-icon-theme             adwaita-icon-theme    adwaita-icon-theme
run      package                          fonts-cantarell         abattis-cantarell-fonts        cantarell-fonts       cantarell-fonts
run      package                          librsvg2-common         librsvg2                       librsvg               gdk-pixbuf-loader-rsvg
display  command:Xvfb                     xvfb                    xorg-x11-server-Xvfb           xorg-server-xvfb      xorg-x11-server-Xvfb
display  command:xvfb-run                 xvfb                    xorg-x11-server-Xvfb           xorg-server-xvfb      xvfb-run
display  command:xauth                    xauth                   xorg-x11-xauth                 xorg-xauth            xauth
test     package                          -                       libasan                        -                     libasan8
test     package                          -                       libubsan                       -                     libubsan1
test     command:dbus-daemon              dbus-daemon             dbus-daemon                    dbus                  dbus-1-daemon
test     command:gdbus                    libglib2.0-bin          glib2                          glib2                 glib2-tools
test     command:openbox                  openbox                 openbox                        openbox               openbox
test     command:xdotool                  xdotool                 xdotool                        xdotool               xdotool
test     command:pdftotext                poppler-utils           poppler-utils                  poppler               poppler-tools
test     package                          at-spi2-core            at-spi2-core                   at-spi2-core          at-spi2-core
test     package                          python3-pyatspi         python3-pyatspi                python-atspi          python3-atspi
test     command:gcovr                    gcovr                   gcovr                          gcovr                 python3-gcovr
test     command:desktop-file-validate    desktop-file-utils      desktop-file-utils             desktop-file-utils    desktop-file-utils
test     command:appstreamcli             appstream               appstream                      appstream             AppStream
test     package                          fonts-noto-color-emoji  google-noto-color-emoji-fonts  noto-fonts-emoji      noto-coloremoji-fonts
test     package                          fonts-droid-fallback    google-droid-sans-fonts        noto-fonts-cjk        google-droid-fonts
test     package                          tzdata                  tzdata                         tzdata                timezone
END
}

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

quietly ()
{
  local log status=0

  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [[ $status -eq 0 ]] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

packages_manager ()
{
  local name

  for name in apt-get dnf pacman zypper; do
    if command -v "$name" >/dev/null; then
      echo "$name"
      return
    fi
  done
  echo none
}

# package_is_installed MANAGER PACKAGE
package_is_installed ()
{
  case $1 in
    apt-get) [[ $(dpkg-query -W -f '${db:Status-Status}' "$2" 2>&1) == installed ]] ;;
    pacman)  pacman -Q "$2" >/dev/null 2>&1 ;;
    dnf|zypper) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    *) true ;;
  esac
}

# need_is_met NEED MANAGER PACKAGE
need_is_met ()
{
  local kind name version

  IFS=: read -r kind name version <<<"$1"
  case $kind in
    command) command -v "$name" >/dev/null ;;
    library) pkg-config --atleast-version="$version" "$name" 2>/dev/null ;;
    package) package_is_installed "$2" "$3" ;;
  esac
}

# packages_missing MANAGER GROUP... writes a line for each need that is not
# met: the package, and the need.
packages_missing ()
{
  local manager=$1 groups=" ${*:2} " group need package apt dnf pacman zypper

  while read -r group need apt dnf pacman zypper; do
    case $manager in
      dnf)    package=$dnf ;;
      pacman) package=$pacman ;;
      zypper) package=$zypper ;;
      *)      package=$apt ;;
    esac
    if [[ $groups == *" $group "* && $package != - ]] \
       && ! need_is_met "$need" "$manager" "$package"; then
      echo "$package $need"
    fi
  done < <(packages_table)
}

as_root ()
{
  if [[ $EUID -eq 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

# packages_install MANAGER PACKAGE...; where the lists of packages are old or
# were never fetched, they are fetched, and it is tried again.
packages_install ()
{
  local manager=$1
  shift

  case $manager in
    apt-get)
      apt_install "$@" || { as_root apt-get update && apt_install "$@"; } ;;
    dnf)
      as_root dnf install -y --setopt=install_weak_deps=False "$@" ;;
    pacman)
      as_root pacman -S --needed --noconfirm "$@" \
        || as_root pacman -Syu --needed --noconfirm "$@" ;;
    zypper)
      as_root zypper --non-interactive install --no-recommends "$@" ;;
  esac
}

apt_install ()
{
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@"
}

packages_ensure ()
{
  local manager missing still packages

  manager=$(packages_manager)
  missing=$(packages_missing "$manager" "$@")
  [[ -n $missing ]] || return 0

  mapfile -t packages < <(cut -d ' ' -f 1 <<<"$missing" | sort -u)
  if [[ $manager == none ]]; then
    die "None of apt-get, dnf, pacman and zypper is here. On Debian, the" \
        "missing packages would be called: ${packages[*]}"
  fi
  if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
    die "These packages are missing: ${packages[*]}." \
        "Install them with $manager, or run this again as root."
  fi

  say "Installing with $manager (this can take a few minutes): ${packages[*]}"
  quietly packages_install "$manager" "${packages[@]}" \
    || die "$manager could not install them; what it said stands above."

  still=$(packages_missing "$manager" "$@")
  [[ -z $still ]] \
    || die "Still missing or too old, after installing what there is:" "$still"
}

build_configure ()
{
  if [[ -e $2 && ! -w $2 ]]; then
    die "$2 belongs to somebody else (was it made with sudo?)." \
        "Remove it, and run this again."
  fi
  if [[ ! -f $2/build.ninja ]]; then
    say "Setting up $2"
    quietly meson setup "${@:3}" "$2" "$1"
  fi
}
