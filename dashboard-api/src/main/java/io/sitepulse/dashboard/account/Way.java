package io.sitepulse.dashboard.account;

/** How somebody signs in. */
enum Way {
  /** Login and password. */
  PASSWORD("password"),
  /** The link that the first start prints. */
  SETUP("setup"),
  /** The link an administrator hands out. */
  INVITATION("invitation"),
  /** A provider of identities. */
  OIDC("oidc");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /** The metric tag. */
  String label() {
    return label;
  }
}
