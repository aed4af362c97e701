package org.stylecodes.studio.http;

import org.stylecodes.studio.Limits;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.Samples;
import org.stylecodes.studio.picture.PictureMemory;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Store;

/** What handlers work with. */
public record Workshop(
        Models models,
        Store store,
        PictureStore pictures,
        PictureMemory memory,
        EncodingLane encodings,
        RequestCompletion requests,
        JobQueue queue,
        Samples samples,
        Gallery gallery,
        Limits limits) {}
