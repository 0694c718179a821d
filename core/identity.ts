/** What names this extension in browsers. Fixed for good: a change loses readers' databases. */

/** Firefox add-on id. */
export const FIREFOX_ID = 'yandu@yandu-reader.org';

/** Public half of the key that gives the Chrome id; docs/decisions/0002 tells where the private half is. */
export const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6f+AJC3doLBo7giuVLoC+lMH51UzR0gJ+gckKQF1rsgtd+trWPlAlmN6UerwzvvYBtA/a5cHmEauTIfeZEchCA1lBSmHxy4/5fvlraJCPCwLCJw8Sam9u21TFIehO8bNM885taKJtOI4YJBG0xtD7XSIHaQXpizjJy3MVDSlHpBLcl25vKKbDdFXjtQiUmSq8LklQxNsMTPCUOR9gukVDaPrdzL2nmkz3XnE3ormhBHmpoRQkqtbSeAeAOhF2qwFUQftO/Cwy753O1VcRV6HgbFkORI5BkDrsjekkZY/ZOvXyVUQpNZLjvNzDBv8GF1GcI+fOe4zqdI8Ym8iHBid5wIDAQAB';

/** The Chrome extension id that follows from {@link CHROME_KEY}. */
export const CHROME_ID = 'nhkajlpmlocdbnphihfomemihplokmmn';
