package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.Problem.Fault;
import java.util.List;

/**
 * The response to a request with a readable body, as answered with 202. The accepted events are
 * stored in Kafka.
 *
 * @param accepted number of events accepted
 * @param refused faults of the others
 */
record EventsResponse(int accepted, List<Fault> refused) {
  EventsResponse {
    refused = List.copyOf(refused);
  }

  /**
   * The problem of a request without an accepted event. The script shows it in the console of the
   * page, where a Vietnamese editor reads it.
   */
  Problem problem() {
    if (allAre(Reason.UNKNOWN_SITE)) {
      return new Problem(
          "/problems/unknown-site",
          "Unknown site",
          404,
          "Chưa có trang nào đăng ký với mã định danh này: xem lại data-site trong mã đếm."
              + " No such site is registered: check data-site of the script.",
          refused);
    }
    if (allAre(Reason.ORIGIN)) {
      return new Problem(
          "/problems/origin",
          "Origin not allowed",
          403,
          "Tên miền của trang này chưa được khai báo: thêm vào mục Trang thông tin."
              + " Pages of this origin may not send events for the site.",
          refused);
    }
    return Problem.invalid("No event is valid; see errors.", refused);
  }

  private boolean allAre(Reason reason) {
    return refused.stream().allMatch(fault -> fault.reason() == reason);
  }
}
