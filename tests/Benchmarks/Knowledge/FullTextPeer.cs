// The peer is a database; no code of ours outside Storage may touch one.
#pragma warning disable RS0030
using Microsoft.Data.Sqlite;

namespace SupportBot.Benchmarks.Knowledge;

/// <summary>SQLite FTS5 in memory over the same articles, ranked by its BM25; Chinese is given to it character by character.</summary>
internal sealed class FullTextPeer : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand search;
    private readonly bool chinese;

    public FullTextPeer(Corpus corpus)
    {
        chinese = corpus.Locale == "zh";
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE article USING fts5(text)";
        create.ExecuteNonQuery();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO article (rowid, text) VALUES ($id, $text)";
        SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Integer);
        SqliteParameter text = insert.Parameters.Add("$text", SqliteType.Text);
        for (int i = 0; i < corpus.Articles.Count; i++)
        {
            id.Value = i;
            text.Value = chinese ? string.Join(' ', corpus.Articles[i].AsEnumerable()) : corpus.Articles[i];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        search = connection.CreateCommand();
        search.CommandText = "SELECT rowid FROM article WHERE article MATCH $words ORDER BY rank LIMIT 5";
        search.Parameters.Add("$words", SqliteType.Text);
    }

    public void Ask(string question, bool stopWords)
    {
        IEnumerable<string> words = chinese
            ? Enumerable.Range(0, question.Length - 1).Select(i => $"{question[i]} {question[i + 1]}")
            : question.Split(' ').Where(word => stopWords || !Corpus.StopWords.Contains(word));
        search.Parameters[0].Value = string.Join(" OR ", words.Select(word => $"\"{word}\""));
        using SqliteDataReader reader = search.ExecuteReader();
        while (reader.Read())
        {
        }
    }

    public void Dispose()
    {
        search.Dispose();
        connection.Dispose();
    }
}
