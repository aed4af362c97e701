package org.stylecodes.studio;

class SqliteApiTest extends ApiTest {
    @Override
    StudioOptions on(StudioOptions options) {
        return options;
    }

    @Override
    void afterwards() {}
}
