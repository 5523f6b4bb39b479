#pragma once
#include <lcms2.h>

/* The layouts of pixels are macros of shifts, which Swift does not import. */
static inline cmsUInt32Number sazba_lcms_rgb8(void) { return TYPE_RGB_8; }
static inline cmsUInt32Number sazba_lcms_cmyk8(void) { return TYPE_CMYK_8; }
