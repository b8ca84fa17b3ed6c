/** Mock of the sign-in, with login `an.nguyen` and any password of at least ten letters. */

import { problem } from './problem.mjs';

function session(administrator) {
  return {
    account: {
      id: 'an',
      login: 'an.nguyen',
      name: 'Nguyễn Hoài An',
      administrator,
      grants: administrator ? [] : [{ scope: 'group:so-nganh', role: 'viewer' }],
    },
    csrf: 'csrf-of-the-mock',
    edits: administrator,
    secondFactorMissing: false,
  };
}

/** Routes that need no session. */
function open({ mock, method, path, body }) {
  if (path === 'sign-in') {
    return {
      status: 200,
      body: { local: true, oidc: { name: 'Công chức số' }, setup: mock.setup === true },
    };
  }
  if (method === 'POST' && path === 'session') {
    if (body.login !== 'an.nguyen' || body.password.length < 10) {
      return problem(401, 'credentials');
    }
    if (mock.secondFactor) {
      return { status: 202, body: { pending: 'PENDING' } };
    }
    mock.session = session(true);
    return { status: 200, body: mock.session };
  }
  if (method === 'POST' && path === 'session/code') {
    if (body.code !== '123456') {
      return problem(401, 'second-factor');
    }
    mock.session = session(true);
    return { status: 200, body: mock.session };
  }
  if (method === 'POST' && (path === 'setup' || path === 'invitation')) {
    if (body.code !== 'CODE') {
      return problem(403, 'code');
    }
    mock.session = session(path === 'setup');
    return { status: path === 'setup' ? 201 : 200, body: mock.session };
  }
  return undefined;
}

/** Routes of the signed-in account. */
function own({ mock, method, path, body }) {
  if (path === 'session' && method === 'GET') {
    return { status: 200, body: mock.session };
  }
  if ((path === 'session' || path === 'sessions') && method === 'DELETE') {
    mock.session = undefined;
    return { status: 204 };
  }
  if (path === 'session/password') {
    const wrong = {
      field: 'current',
      reason: 'invalid',
      code: 'wrong-password',
      detail: 'is not your password',
    };
    return body.current.length < 12 ? problem(400, 'invalid', [wrong]) : { status: 204 };
  }
  return undefined;
}

export const accounts = { session, open, own };
