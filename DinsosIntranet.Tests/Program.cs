namespace DinsosIntranet.Tests;

/// <summary>The test project is also the benchmark: <c>dotnet run -c Release --project DinsosIntranet.Tests -- bench [name]</c>.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        Console.Error.WriteLine("Pemakaian: bench [nama]. Tes dijalankan dengan ./test");
        return args.Length == 0 ? 0 : 2;
    }
}
