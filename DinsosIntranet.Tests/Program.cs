using DinsosIntranet.Tests.Bench;
using DinsosIntranet.Tests.Crash;
using DinsosIntranet.Tests.Pictures;

namespace DinsosIntranet.Tests;

/// <summary>
/// The test project is also the benchmark (<c>dotnet run -c Release --project DinsosIntranet.Tests -- bench [name]</c>) and
/// takes the pictures of the help pages (<c>… -- gambar</c>). One verb is for the test that kills a writing process.
/// </summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["bench", .. var names])
        {
            return await BenchRunner.RunAsync(names);
        }

        if (args is ["gambar"])
        {
            return await PictureTaker.RunAsync();
        }

        if (args is [CrashWriter.Verb, var dataFolder])
        {
            return await CrashWriter.RunAsync(dataFolder);
        }

        Console.Error.WriteLine($"Usage: gambar | bench [{string.Join('|', BenchRunner.Names)}]. Tests are run with dotnet test.");
        return args.Length == 0 ? 0 : 2;
    }
}
