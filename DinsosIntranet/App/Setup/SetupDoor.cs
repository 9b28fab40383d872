using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.App.Setup;

/// <summary>
/// Whether the set-up of an empty installation is open, and the one-time code that opens it: whoever can read the console of
/// the server may set it up. The code holds until the set-up is finished or the program ends; after five wrong tries a new
/// one is printed. Once shut, the door stays shut.
/// </summary>
public sealed class SetupDoor(ILogger<SetupDoor> logger)
{
    public const int Tries = 5;
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private readonly Lock _lock = new();
    private readonly string _pass = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    private TextWriter _console = TextWriter.Null;
    private int _left;
    private volatile bool _isOpen;

    public bool IsOpen => _isOpen;

    /// <summary>What a browser that gave the right code carries from then on; made new at every start.</summary>
    public string Pass => _pass;

    internal string Code { get; private set; } = "";

    /// <summary>Opens the set-up and prints the first code.</summary>
    public void Open(TextWriter console)
    {
        lock (_lock)
        {
            _console = console;
            _isOpen = true;
            Renew("Instalasi ini belum disiapkan. Buka /penyiapan di peramban dan ketik kode ini:");
        }
    }

    /// <summary>The set-up is finished: there is no code any more.</summary>
    public void Shut()
    {
        lock (_lock)
        {
            _isOpen = false;
            Code = "";
        }
    }

    /// <summary>How many tries are left after a wrong code; null when it was right.</summary>
    public int? Try(string typed)
    {
        lock (_lock)
        {
            if (_isOpen && CryptographicOperations.FixedTimeEquals(Bytes(typed), Bytes(Code)))
            {
                _left = Tries;
                return null;
            }

            _left--;
            var left = _left;
            if (_isOpen && left == 0)
            {
                Renew("Lima kali salah. Kode penyiapan yang baru:");
            }

            return left;
        }
    }

    public bool Admits(string? pass) => _isOpen && pass is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(pass), Encoding.ASCII.GetBytes(_pass));

    private static byte[] Bytes(string code) => Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());

    private void Renew(string text)
    {
        _left = Tries;
        Code = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
        _console.WriteLine();
        _console.WriteLine(text);
        _console.WriteLine($"    {Code}");
        _console.WriteLine();
        logger.LogWarning("The installation is not set up. One-time code for /penyiapan: {Code}", Code);
    }
}
