package org.stylecodes.studio.store;

/** Everything that a studio remembers besides the files of pictures. What was told to it survives the end of the process. */
public interface Store extends AutoCloseable {
    /** What is known of pictures. */
    PictureRecords pictures();

    /** The queue. */
    JobRecords jobs();

    /** The gallery. */
    StyleRecords styles();

    /** Samples of styles. */
    SampleRecords samples();

    /** Whether other servers may work on the same queue. */
    boolean isShared();

    /** Whether it answers. */
    boolean isAlive();

    @Override
    void close();
}
