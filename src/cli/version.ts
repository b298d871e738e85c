/** The version of Signalbox; a test keeps it equal to package.json's. A constant, so that the bundle needs no file. */
export const version = '0.1.0';
