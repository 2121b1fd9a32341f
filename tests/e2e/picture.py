"""A picture of the screen, for whoever looks into a failed test.

Xlib through ctypes and a PNG by hand: forty lines instead of another package.
"""

import ctypes
import struct
import zlib

ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2
BYTES_PER_PIXEL = 4


class XImage(ctypes.Structure):
    """The beginning of Xlib's struct, as far as it is needed."""

    _fields_ = [
        ('width', ctypes.c_int), ('height', ctypes.c_int),
        ('xoffset', ctypes.c_int), ('format', ctypes.c_int),
        ('data', ctypes.c_void_p), ('byte_order', ctypes.c_int),
        ('bitmap_unit', ctypes.c_int), ('bitmap_bit_order', ctypes.c_int),
        ('bitmap_pad', ctypes.c_int), ('depth', ctypes.c_int),
        ('bytes_per_line', ctypes.c_int),
    ]


def read_screen():
    """Width, height, and the rows of pixels, each as blue, green, red, -."""
    xlib = ctypes.CDLL('libX11.so.6')
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    xlib.XGetImage.restype = ctypes.POINTER(XImage)

    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    root = ctypes.c_ulong(xlib.XDefaultRootWindow(display))
    width = xlib.XDisplayWidth(display, 0)
    height = xlib.XDisplayHeight(display, 0)
    image = xlib.XGetImage(display, root, 0, 0, width, height, ALL_PLANES,
                           Z_PIXMAP).contents
    data = ctypes.string_at(image.data, image.bytes_per_line * height)
    rows = [data[row * image.bytes_per_line:][:width * BYTES_PER_PIXEL]
            for row in range(height)]
    xlib.XCloseDisplay(display)
    return width, height, rows


def chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data
            + struct.pack('>I', zlib.crc32(kind + data)))


def save(path):
    """Write what the screen shows to a PNG file."""
    width, height, rows = read_screen()
    raw = bytearray()
    for row in rows:
        pixels = bytearray(3 * width)
        pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[::4]
        raw += b'\0' + pixels
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n'
                   + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height,
                                                8, 2, 0, 0, 0))
                   + chunk(b'IDAT', zlib.compress(bytes(raw)))
                   + chunk(b'IEND', b''))
