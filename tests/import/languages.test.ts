/** Pages in other languages than English: a table for each of them tells the page from the post. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../fixtures/run.ts';
import { bodyOf, fileOf, importOne, withFolder, writeFolder } from './post.ts';

interface Case {
  readonly post: string;
  readonly language: string;
  readonly author?: string;
  readonly body: string;
  readonly disclaimer: string;
  /** The short form, as far as it begins. */
  readonly page: string;
}

const cases: Readonly<Record<string, Case>> = {
  German: {
    language: 'de',
    author: 'Dr. Ute Beispiel',
    post: `Wunde Knie und Schlaf

Veröffentlicht am 5. März 2017 von Dr. Ute Beispiel

Die Wärme hilft manchen Menschen in der Nacht, und das ist nicht wenig.

Teilen mit:

Gefällt mir Wird geladen …

  1. Legen Sie sich auf die Seite.

  2. Gehen Sie eine Runde.

Öffentliche Warnung:

Schlafmittel können zu Verletzungen oder zum Tod führen.

Dieser Text ersetzt nicht den Besuch bei Ihrem Arzt.

Zu meiner Startseite: Schlafnotizen

2 Antworten zu „Wunde Knie und Schlaf“

  1. Lena Leserin sagt:

    Danke, das hat mir geholfen.

  2. Olaf Ohnename schrieb am 6. März 2017 um 10:30:

    Mir auch.

Schreibe einen Kommentar Antwort abbrechen

Deine E-Mail-Adresse wird nicht veröffentlicht.

Bloggen auf WordPress.com.
`,
    body: `Die Wärme hilft manchen Menschen in der Nacht, und das ist nicht wenig.

1. Legen Sie sich auf die Seite.

2. Gehen Sie eine Runde.`,
    disclaimer:
      '**Öffentliche Warnung:**\n\nSchlafmittel können zu Verletzungen oder zum Tod führen.\n\nDieser Text ersetzt',
    page: 'Schlafmittel können zu Verletzungen oder zum Tod führen.',
  },
  Spanish: {
    language: 'es',
    author: 'Ana Autora',
    post: `Las rodillas y el sueño

Publicado el 5 de marzo de 2017 por Ana Autora

El calor ayuda a una parte de las personas por la noche, y eso es bueno para los demás.

Me gusta esto:

Cargando…

Advertencia importante:

Las pastillas para dormir pueden causar lesiones o la muerte.

Este texto no sustituye la visita a su médico.

2 comentarios en «Las rodillas y el sueño»

Lucía Lectora dice:

Gracias por esto.

Pedro Pérez dijo:

A mí también.

Deja una respuesta Cancelar la respuesta

Tu dirección de correo electrónico no será publicada.

Blog de WordPress.com.
`,
    body: 'El calor ayuda a una parte de las personas por la noche, y eso es bueno para los demás.',
    disclaimer:
      '**Advertencia importante:**\n\nLas pastillas para dormir pueden causar lesiones o la muerte.',
    page: 'Las pastillas para dormir pueden causar lesiones o la muerte.',
  },
  French: {
    language: 'fr',
    author: 'Anne Auteur',
    post: `Les genoux et le sommeil

Publié le 5 mars 2017 par Anne Auteur

La chaleur est utile pour une partie des gens dans la nuit, et les autres marchent.

Sur le même thème

Articles similaires

Avertissement :

Les somnifères peuvent causer des blessures ou la mort.

Ce texte ne remplace pas la visite chez votre médecin.

2 réponses à « Les genoux et le sommeil »

Léa Lectrice dit :

Merci pour cela.

Paul Passant a dit :

Moi aussi.

Laisser un commentaire Annuler la réponse

Votre adresse e-mail ne sera pas publiée.

Un site WordPress.com.
`,
    body: 'La chaleur est utile pour une partie des gens dans la nuit, et les autres marchent.',
    disclaimer: '**Avertissement :**\n\nLes somnifères peuvent causer des blessures ou la mort.',
    page: 'Les somnifères peuvent causer des blessures ou la mort.',
  },
  Chinese: {
    language: 'zh',
    post: `膝盖与睡眠

温暖对一些人在夜里有帮助。请先问问您自己的医师。

分享到：

公众警告：

安眠药可能造成伤害或死亡。

《膝盖与睡眠》上有2条评论

李读者说道：

谢谢您。

王路人说道：

我也是。

发表回复 取消回复

您的邮箱地址不会被公开。
`,
    body: '温暖对一些人在夜里有帮助。请先问问您自己的医师。',
    disclaimer: '**公众警告：**\n\n安眠药可能造成伤害或死亡。',
    page: '安眠药可能造成伤害或死亡。',
  },
  Hebrew: {
    language: 'he',
    post: `ברכיים ושינה

החום עוזר לחלק מן האנשים בלילה וגם הליכה עוזרת.

שתף:

אזהרה:

כדורי שינה עלולים לגרום לפציעה או למוות.

2 תגובות על ”ברכיים ושינה“

דנה קוראת אמרה:

תודה רבה.

יוסי עובר הגיב:

גם אני.

כתיבת תגובה לבטל

האימייל לא יוצג באתר.
`,
    body: 'החום עוזר לחלק מן האנשים בלילה וגם הליכה עוזרת.',
    disclaimer: '**אזהרה:**\n\nכדורי שינה עלולים לגרום לפציעה או למוות.',
    page: 'כדורי שינה עלולים לגרום לפציעה או למוות.',
  },
  Arabic: {
    language: 'ar',
    post: `الركبة والنوم

الدفء يساعد بعض الناس في الليل والمشي يساعد غيرهم.

مشاركة:

تحذير:

حبوب النوم قد تسبب الإصابة أو الوفاة.

2 تعليقات على "الركبة والنوم"

يقول سمير القارئ:

شكرا لكم.

تقول منى العابرة:

وأنا أيضا.

اترك تعليقاً إلغاء الرد

لن يتم نشر عنوان بريدك الإلكتروني.
`,
    body: 'الدفء يساعد بعض الناس في الليل والمشي يساعد غيرهم.',
    disclaimer: '**تحذير:**\n\nحبوب النوم قد تسبب الإصابة أو الوفاة.',
    page: 'حبوب النوم قد تسبب الإصابة أو الوفاة.',
  },
};

for (const [name, it_] of Object.entries(cases))
  describe(`a saved page in ${name}`, async () => {
    const imported = await importOne(it_.post);
    const yaml = fileOf(imported, 'edition.yaml');

    it('is known by its words, which a person is to confirm', () => {
      assert.match(yaml, new RegExp(`^language: ${it_.language}$`, 'm'));
      assert.ok(imported.report.toSet.includes('language'));
    });

    it('has the text of the post and nothing of the page', () => {
      assert.equal(bodyOf(imported), it_.body);
      if (it_.author) assert.ok(yaml.includes(`author: ${it_.author}\n  date: 2017-03-05`), yaml);
    });

    it('has its warning as disclaimer', () => {
      const text = fileOf(imported, 'disclaimer.md');
      assert.ok(text.includes(it_.disclaimer), text);
      assert.ok(text.includes(`\npage: ${it_.page}\n`), text);
    });

    it('keeps both comments without the names', () => {
      const { comments } = JSON.parse(fileOf(imported, 'responses.local/threads.json'));
      assert.equal(comments.length, 2);
      assert.equal(imported.report.comments.kept, 2);
      assert.doesNotMatch(
        [...imported.files.values()].join('\n'),
        /Leserin|Ohnename|Lectora|Pérez|Lectrice|Passant|李读者|王路人|דנה|יוסי|سمير|منى/,
      );
    });
  });

describe('a page in German', () => {
  it('that says so is not guessed, and builds', () =>
    withFolder(async (home) => {
      const post = cases.German?.post ?? '';
      const imported = await importOne(post, { language: 'de-AT' });
      assert.ok(!imported.report.toSet.includes('language'));
      await writeFolder(imported, join(home, 'content'));
      const flags = ['--only', 'handout,ebook', '--no-report', '--out', join(home, 'dist')];
      const { status, stderr } = await run('build', join(home, 'content'), ...flags);
      assert.equal(status, 0, stderr);
    }));
});
