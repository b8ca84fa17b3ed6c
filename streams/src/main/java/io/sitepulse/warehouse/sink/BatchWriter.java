package io.sitepulse.warehouse.sink;

/** Stores batches. */
interface BatchWriter {

  /**
   * Writes all rows of a batch. The same batch may be written again, as a whole or in part. An
   * empty batch only checks that the store responds.
   *
   * @throws Exception if it is not certain that every row was stored. The driver and the connection
   *     pool throw exceptions of different types. The caller retries after any of them.
   */
  void write(Batch batch) throws Exception;
}
