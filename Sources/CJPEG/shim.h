#pragma once
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <jpeglib.h>

/* libjpeg leaves its functions by a long jump when a file is broken. The jump must not cross Swift's
   frames, so each call that may jump is made by a function here, which says 0 in place of jumping. */

typedef struct sazba_jpeg {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf place;
} sazba_jpeg;

static inline void sazba_jpeg_leave(j_common_ptr info) {
  longjmp(((sazba_jpeg *)info->client_data)->place, 1);
}

static inline void sazba_jpeg_hush(j_common_ptr info) { (void)info; }

static inline void sazba_jpeg_tell(j_common_ptr info, int level) {
  (void)info;
  (void)level;
}

/* A progressive file may say the same pixels thousands of times over. */
static inline void sazba_jpeg_look(j_common_ptr info) {
  if (((j_decompress_ptr)info)->input_scan_number > 200) sazba_jpeg_leave(info);
}

static inline void sazba_jpeg_close(sazba_jpeg *jpeg) {
  jpeg_destroy_decompress(&jpeg->info);
  free(jpeg);
}

/* Starts to decode a file in memory; NULL where it cannot be decoded. The memory must stay. */
static inline sazba_jpeg *sazba_jpeg_open(const unsigned char *bytes, size_t count) {
  sazba_jpeg *jpeg = (sazba_jpeg *)calloc(1, sizeof(sazba_jpeg));
  if (jpeg == NULL) return NULL;
  jpeg->info.err = jpeg_std_error(&jpeg->errors);
  jpeg->errors.error_exit = sazba_jpeg_leave;
  jpeg->errors.output_message = sazba_jpeg_hush;
  jpeg->errors.emit_message = sazba_jpeg_tell;
  jpeg->info.client_data = jpeg;
  if (setjmp(jpeg->place)) {
    sazba_jpeg_close(jpeg);
    return NULL;
  }
  jpeg_create_decompress(&jpeg->info);
  jpeg->progress.progress_monitor = sazba_jpeg_look;
  jpeg->info.progress = &jpeg->progress;
  jpeg_mem_src(&jpeg->info, bytes, count);
  if (jpeg_read_header(&jpeg->info, TRUE) != JPEG_HEADER_OK) {
    sazba_jpeg_close(jpeg);
    return NULL;
  }
  switch (jpeg->info.num_components) {
  case 1: jpeg->info.out_color_space = JCS_GRAYSCALE; break;
  case 3: jpeg->info.out_color_space = JCS_RGB; break;
  default: jpeg->info.out_color_space = JCS_CMYK; break;
  }
  /* The exact transform: the quick ones differ between machines. */
  jpeg->info.dct_method = JDCT_ISLOW;
  if (!jpeg_start_decompress(&jpeg->info)) {
    sazba_jpeg_close(jpeg);
    return NULL;
  }
  return jpeg;
}

/* Decodes a row; says how many it decoded. */
static inline int sazba_jpeg_row(sazba_jpeg *jpeg, unsigned char *row) {
  JSAMPROW rows[1];
  rows[0] = row;
  if (setjmp(jpeg->place)) return 0;
  return (int)jpeg_read_scanlines(&jpeg->info, rows, 1);
}

static inline int sazba_jpeg_width(const sazba_jpeg *jpeg) { return (int)jpeg->info.output_width; }
static inline int sazba_jpeg_height(const sazba_jpeg *jpeg) { return (int)jpeg->info.output_height; }
static inline int sazba_jpeg_channels(const sazba_jpeg *jpeg) {
  return (int)jpeg->info.output_components;
}
