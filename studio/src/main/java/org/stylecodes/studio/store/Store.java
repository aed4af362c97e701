package org.stylecodes.studio.store;

/** Everything that a studio stores, except the files of pictures. Confirmed changes survive the end of the process. */
public interface Store extends AutoCloseable {
    /** The records of pictures. */
    PictureRecords pictures();

    /** The records of the job queue. */
    JobRecords jobs();

    /** The records of kept styles. */
    StyleRecords styles();

    /** The records of samples. */
    SampleRecords samples();

    /** Whether other servers may share this store. */
    boolean isShared();

    /** Whether the store answers. */
    boolean isAlive();

    @Override
    void close();
}
