import net, { type Socket } from 'node:net';

/**
 * Client of Marionette, Firefox's own remote protocol (no geckodriver needed).
 *
 * Wire format: one TCP connection on loopback. Every packet in either direction is the length of its body in bytes, in
 * decimal digits, a colon, and the body, which is JSON in UTF-8: `24:[0,1,"WebDriver:Back",{}]`. The server speaks
 * first, with one object: {"applicationType":"gecko","marionetteProtocol":3}. From then on a command is
 * [0, id, name, parameters], and its answer [1, id, error, result], where one of the last two is null and an error is
 * {error, message, stacktrace}. Most results come as {value: …}. Commands are answered in the order they were sent.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('Firefox closed the Marionette connection')));
  }

  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Marionette(socket));
      });
    });
  }

  send(name: string, parameters: object = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error(`${name}: Firefox is gone`));
        return;
      }
      const id = ++this.#lastId;
      this.#waiting.set(id, { name, resolve, reject });
      const body = Buffer.from(JSON.stringify([0, id, name, parameters]));
      this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (Array.isArray(packet)) this.#answer(packet as Answer);
    }
  }

  #answer([, id, error, result]: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.name}: ${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #fail(error: Error): void {
    for (const { name, reject } of this.#waiting.values()) reject(new Error(`${name}: ${error.message}`));
    this.#waiting.clear();
  }
}

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

interface Waiting {
  name: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}
