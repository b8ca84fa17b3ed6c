package io.sitepulse.warehouse.sink;

/** Where batches go. */
interface BatchWriter {

  /**
   * Writes all rows of a batch, or throws; a batch may be written again, wholly or in part. An
   * empty batch only asks whether the store answers.
   *
   * @throws Exception if it is not certain that every row was stored
   */
  // What is thrown is a driver's and a pool's affair; whoever calls waits and tries again.
  void write(Batch batch) throws Exception;
}
