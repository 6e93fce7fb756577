// The Graph that the tests talk to, and what they set in it and read of it.
const ready = JSON.parse(process.env.GRAPH);

export const meeting = 'MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ';
export const report = '2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89';
export const user = 'dc17674c-81d9-4adb-bfb2-8f6a442e4623';

export const graph = {
    ...ready,
    // The same port speaks plain HTTP.
    plain: ready.v1.replace('https:', 'http:'),
    async control(method, path, body) {
        const answer = await fetch(`${ready.control}/${path}`, { method, body: body && JSON.stringify(body) });
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
        return answer.status === 204 ? null : answer.json();
    },
};

export const reset = () => graph.control('POST', 'reset');
